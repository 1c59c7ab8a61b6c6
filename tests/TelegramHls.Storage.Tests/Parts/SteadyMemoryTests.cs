using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Parts;

[Collection(AloneCollection.Name)]
public sealed class SteadyMemoryTests
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task WriteAndRead_OfALongFile_HoldNoPartInMemory()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        StoreRequest request = rig.NewRequest(partSize: 16 * MiB);
        byte[] chunk = new byte[MiB];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;

        await using (StoredFileWriter writer = await rig.Writers.OpenAsync(request, CancellationToken.None))
        {
            for (int i = 0; i < 128; i++)
            {
                chunk[0] = (byte)i;
                await writer.WriteAsync(chunk, CancellationToken.None);
                most = i % 16 == 15 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most;
            }

            await writer.CompleteAsync(CancellationToken.None);
        }

        await using PartStream stream = await rig.Reader.OpenAsync(request.File, CancellationToken.None);
        long read = 0;
        int count;
        while ((count = await stream.ReadAsync(chunk)) > 0)
        {
            most = read / (16 * MiB) != (read + count) / (16 * MiB)
                ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true))
                : most;
            read += count;
        }

        read.ShouldBe(128L * MiB);

        // Less than one part, with the sandbox in the same process.
        (most - before).ShouldBeLessThan(12L * MiB);
    }
}
