using System.Security.Cryptography;
using TelegramHls.Core.Ids;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Parts;

public sealed class PartCutterTests : IDisposable
{
    private static readonly VideoId Video = VideoId.From("Film000001");
    private static readonly PartSizes Sizes = new(700_000);

    private readonly TempDirectory _temp = new();
    private readonly List<SpooledPart> _parts = [];

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task FinishAsync_OfRandomBytes_SpoolsThemAllWithTheirHashes()
    {
        RandomFile source = await RandomFile.MakeAsync(_temp, 3_000_000);

        string sha256 = await CutAsync(source.Bytes, chunk: 65_536, boundaries: []);

        sha256.ShouldBe(source.Sha256);
        string[] paths = [.. _parts.Select(part => part.Path)];
        string joined = _temp.File("joined");
        await Command.RunAsync("sh", ["-c", $"cat {string.Join(' ', paths)} > {joined}"]);
        (await RandomFile.Sha256OfAsync(joined)).ShouldBe(source.Sha256);
        foreach (SpooledPart part in _parts)
        {
            part.Hashes.Sha256.ShouldBe(await RandomFile.Sha256OfAsync(part.Path));
        }
    }

    [Fact]
    public async Task FinishAsync_OfAPart_HashesEachBlockOf256KiB()
    {
        RandomFile source = await RandomFile.MakeAsync(_temp, 600_000);

        await CutAsync(source.Bytes, chunk: 10_000, boundaries: []);

        string first = Convert.ToHexStringLower(_parts[0].Hashes.Blocks.AsSpan(0, 32));
        string last = Convert.ToHexStringLower(_parts[0].Hashes.Blocks.AsSpan(64, 32));
        string path = _parts[0].Path;
        (await Command.RunAsync("sh", ["-c", $"head -c 262144 {path} | sha256sum"]))[..64].ShouldBe(first);
        (await Command.RunAsync("sh", ["-c", $"tail -c +524289 {path} | sha256sum"]))[..64].ShouldBe(last);
        _parts[0].Hashes.Blocks.Length.ShouldBe(96);
    }

    [Fact]
    public async Task WriteAsync_InOtherChunks_CutsAtTheSamePlaces()
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(5_000_000);
        int[] boundaries = [.. Enumerable.Range(1, 60).Select(i => i * 77_777)];

        await CutAsync(bytes, chunk: 1_000, boundaries);
        (int, long, int, string)[] fine = [.. _parts.Select(Facts)];
        _parts.Clear();
        await CutAsync(bytes, chunk: 400_000, boundaries);

        _parts.Select(Facts).ShouldBe(fine);
    }

    [Fact]
    public async Task MarkBoundary_WhenThePartIsNearlyFull_EndsItThere()
    {
        int limit = Sizes.LimitOf(Video, 0);
        int boundary = limit - (limit / 32);

        await CutAsync(new byte[1_000_000], chunk: 50_000, [100_000, boundary]);

        _parts[0].Length.ShouldBe(boundary);
        _parts[1].Offset.ShouldBe(boundary);
    }

    [Fact]
    public async Task MarkBoundary_WhenThePartIsHalfFull_GoesOn()
    {
        await CutAsync(new byte[1_000_000], chunk: 50_000, [300_000]);

        _parts[0].Length.ShouldBe(Sizes.LimitOf(Video, 0));
    }

    [Fact]
    public async Task WriteAsync_SpooledFile_IsForTheOwnerOnly()
    {
        await CutAsync(new byte[1_000], chunk: 1_000, []);

        File.GetUnixFileMode(_parts[0].Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static (int Index, long Offset, int Length, string Sha256) Facts(SpooledPart part) =>
        (part.Index, part.Offset, part.Length, part.Hashes.Sha256);

    private async Task<string> CutAsync(byte[] bytes, int chunk, int[] boundaries)
    {
        await using var cutter = new PartCutter(
            Video,
            Sizes,
            _temp.Path,
            (part, _) =>
            {
                _parts.Add(part);
                return ValueTask.CompletedTask;
            });
        int[] stops = [.. boundaries.Where(stop => stop < bytes.Length), bytes.Length];
        int at = 0;
        foreach (int stop in stops)
        {
            while (at < stop)
            {
                int count = Math.Min(chunk, stop - at);
                await cutter.WriteAsync(bytes.AsMemory(at, count), CancellationToken.None);
                at += count;
            }

            cutter.MarkBoundary();
        }

        return await cutter.FinishAsync(CancellationToken.None);
    }
}
