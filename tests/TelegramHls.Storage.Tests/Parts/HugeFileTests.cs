using System.Buffers.Binary;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Parts;

[Collection(AloneCollection.Name)]
public sealed class HugeFileTests
{
    private const int MiB = 1024 * 1024;
    private const long Length = 50_000L * MiB;
    private const int Seeks = 300;

    /// <summary>Each MiB begins with its number and is empty else, so that the sandbox holds it on a small disk.</summary>
    [Fact]
    [Trait("Category", "Soak")]
    public async Task WriteAndSeek_In50Gigabytes_TakeNoMoreMemoryThanIn1()
    {
        await using StorageRig rig = await StorageRig.StartAsync(
            bots: 4, settings: ("Cache:MaxBytes", $"{1024L * MiB}"));
        long after1 = await WriteAndSeekAsync(rig, 1_000L * MiB);
        long after50 = await WriteAndSeekAsync(rig, Length);

        // Ledger and sandbox, both in this process, keep rows for 3,000 parts.
        (after50 - after1).ShouldBeLessThan(48L * MiB);
    }

    /// <summary>Most memory in use on the way.</summary>
    private static async Task<long> WriteAndSeekAsync(StorageRig rig, long length)
    {
        StoreRequest request = rig.NewRequest(partSize: 16 * MiB);
        byte[] chunk = new byte[MiB];
        long most = 0;
        await using (StoredFileWriter writer = await rig.Writers.OpenAsync(request, CancellationToken.None))
        {
            for (long number = 0; number < length / MiB; number++)
            {
                BinaryPrimitives.WriteInt64LittleEndian(chunk, number);
                await writer.WriteAsync(chunk, CancellationToken.None);
                most = number % 500 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most;
            }

            (await writer.CompleteAsync(CancellationToken.None)).Length.ShouldBe(length);
        }

        await using PartStream stream = await rig.Reader.OpenAsync(request.File, CancellationToken.None);
        var random = new Random(7);
        for (int seek = 0; seek < Seeks; seek++)
        {
            long number = random.NextInt64(length / MiB);
            stream.Position = number * MiB;
            await stream.ReadExactlyAsync(chunk);
            BinaryPrimitives.ReadInt64LittleEndian(chunk).ShouldBe(number);
            chunk.AsSpan(8).ContainsAnyExcept((byte)0).ShouldBeFalse();
            most = seek % 50 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most;
        }

        return most;
    }
}
