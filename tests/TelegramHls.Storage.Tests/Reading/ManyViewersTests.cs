using System.IO.Pipelines;
using System.Security.Cryptography;
using TelegramHls.Core.Ropes;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Reading;

/// <summary>Many who read at once: half of them the same film, the others one of many.</summary>
[Collection(AloneCollection.Name)]
public sealed class ManyViewersTests
{
    private const int Length = 600_000;

    [Fact]
    public Task ReadAsync_ByTwoHundred_GivesEachHisFilmOverFewDownloads() => ShouldServeAsync(viewers: 200, films: 20);

    [Fact]
    [Trait("Category", "Soak")]
    public Task ReadAsync_ByTwoThousand_GivesEachHisFilmOverFewDownloads() => ShouldServeAsync(viewers: 2000, films: 250);

    [Fact]
    public async Task ReadAsync_ByTwoHundredWhoStandStill_HoldsLittleMemory()
    {
        await using StorageRig rig = await StorageRig.StartAsync();
        (List<StoreRequest> films, _) = await StoreAsync(rig, 10);
        foreach (StoreRequest film in films)
        {
            await rig.Sha256Async(film.File);
        }

        long before = GC.GetTotalMemory(forceFullCollection: true);
        var streams = new List<PartStream>();
        for (int viewer = 0; viewer < 200; viewer++)
        {
            PartStream stream = await rig.Reader.OpenAsync(films[viewer % films.Count].File, CancellationToken.None);
            await stream.ReadExactlyAsync(new byte[1000]);
            streams.Add(stream);
        }

        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        streams.ForEach(stream => stream.Dispose());

        // A reader has no buffer of its own: the one into which it reads belongs to the connection.
        held.ShouldBeLessThan(200 * 10_000);
    }

    [Fact]
    public async Task CopyToAsync_ToOneWhoTakesNothing_HoldsNobodyUp()
    {
        await using StorageRig rig = await StorageRig.StartAsync();
        (List<StoreRequest> films, List<string> hashes) = await StoreAsync(rig, 1);
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 1000, resumeWriterThreshold: 500));
        await using RopeStream slow = rig.Reader.Open(
            new Rope([new Piece.Stored(films[0].File, 0, Length)]), new Patience(TimeProvider.System));
        Task copying = slow.CopyToAsync(pipe.Writer, Length, CancellationToken.None);

        (await rig.Sha256Async(films[0].File)).ShouldBe(hashes[0]);
        copying.IsCompleted.ShouldBeFalse();

        Task<byte[]> late = SHA256.HashDataAsync(pipe.Reader.AsStream()).AsTask();
        await copying;
        await pipe.Writer.CompleteAsync();
        Convert.ToHexStringLower(await late).ShouldBe(hashes[0]);
    }

    private static async Task ShouldServeAsync(int viewers, int films)
    {
        await using StorageRig rig = await StorageRig.StartAsync();
        (List<StoreRequest> requests, List<string> hashes) = await StoreAsync(rig, films);
        int parts = 0;
        foreach (StoreRequest request in requests)
        {
            parts += (await rig.FileAsync(request.File)).Parts.Length;
        }

        string[] seen = await Task.WhenAll(Enumerable.Range(0, viewers).Select(viewer =>
            Task.Run(() => HashAsync(rig, requests[FilmOf(viewer, films)]))));
        int threads = ThreadPool.ThreadCount;

        for (int viewer = 0; viewer < viewers; viewer++)
        {
            seen[viewer].ShouldBe(hashes[FilmOf(viewer, films)]);
        }

        long downloads = 0;
        for (int bot = 0; bot < rig.Bots; bot++)
        {
            downloads += await rig.Sandbox.Calls(rig.BotId(bot), "file");
        }

        // Parts that gave way while they were fetched ahead are asked for once more.
        downloads.ShouldBeInRange(parts, 3 * parts);
        threads.ShouldBeLessThan(100);
    }

    private static int FilmOf(int viewer, int films) => viewer % 2 == 0 ? 0 : 1 + (viewer / 2 % (films - 1));

    private static async Task<(List<StoreRequest> Requests, List<string> Hashes)> StoreAsync(StorageRig rig, int films)
    {
        var requests = new List<StoreRequest>();
        var hashes = new List<string>();
        for (int film = 0; film < films; film++)
        {
            RandomFile source = await RandomFile.MakeAsync(rig.Temp, Length, seed: film + 1);
            StoreRequest request = rig.NewRequest();
            await rig.StoreAsync(request, source.Bytes);
            requests.Add(request);
            hashes.Add(source.Sha256);
        }

        return (requests, hashes);
    }

    private static async Task<string> HashAsync(StorageRig rig, StoreRequest request)
    {
        await using PartStream stream = await rig.Reader.OpenAsync(request.File, CancellationToken.None);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
    }
}
