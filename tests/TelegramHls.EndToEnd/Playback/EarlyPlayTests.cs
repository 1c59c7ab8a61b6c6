using System.Net;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.EndToEnd.Robustness;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>The HLS link of a film that is still being stored, whatever happens meanwhile.</summary>
public sealed class EarlyPlayTests : OneWorld
{
    private static readonly (string Name, string? Value) ShortSegments = ("Media__SegmentSeconds", "1");

    [Fact]
    public async Task Playlists_ProgramKilledInTheMiddle_OnlyGrowAndEndWithReady()
    {
        string source = await Films.TwoLanguages(20);
        await StartAsync();
        await World.Client.Weather(new { effect = "Slow", up = 60_000 });
        int message = await World.SendAsync(source);
        var watched = new WatchedPlaylists(World, await InWorkTests.KeyOfAsync(World, message));

        await watched.PollUntilAsync(() => watched.Listed("v0") >= 3);
        await World.Bot.KillAsync();
        await StartAsync();
        Task<Card> answer = World.AnswerToAsync(message);
        await watched.PollUntilAsync(() => answer.IsCompleted);
        Card card = await answer;
        await watched.PollAsync();

        watched.Tracks.ShouldBe(["v0", "a0", "a1"], ignoreOrder: true);
        foreach (string track in watched.Tracks)
        {
            watched.ShouldOnlyHaveGrown(track);
        }

        await watched.ShouldStillGiveWhatItGaveAsync();
        (await Packets.HashesAsync(card.Hls)).ShouldBe(await Packets.HashesAsync(source));
        (await Rows.AskAsync("select distinct version from stored_files")).ShouldBe("1");
    }

    [Fact]
    public async Task Playlist_PartOnItsWay_ListsNothingOfItNorBehindIt()
    {
        await StartAsync();
        await World.Client.Weather(new { effect = "Slow", up = 60_000 });
        int message = await World.SendAsync(await Films.TwoLanguages(20));
        var watched = new WatchedPlaylists(World, await InWorkTests.KeyOfAsync(World, message));
        await watched.PollUntilAsync(() => watched.Listed("v0") >= 3);

        // One bot falls behind, the others store what follows.
        await World.Client.ClearWeather();
        await World.Client.Weather(new { effect = "Slow", up = 20_000, bot = World.Telegram.Accounts.StorageBots[0].Bot.Id });
        int looks = 0;
        for (bool isBehind = false; !isBehind || looks == 0;)
        {
            (long before, long stored) = await PartsAsync();
            isBehind = before < stored;
            await watched.PollAsync();
            watched.IsComplete.ShouldBeFalse("Never was a part on its way with others behind it.");
            long listed = await watched.ListedBytesAsync();
            (long whole, long all) = await PartsAsync();
            listed.ShouldBeLessThanOrEqualTo(whole);
            looks += isBehind && whole < all ? 1 : 0;
        }

        await World.Client.ClearWeather();
        await World.AnswerToAsync(message);
    }

    [Fact]
    [Trait("Category", "Soak")]
    public async Task Playlists_FilmThatTurnsOutOtherwiseAfterAKill_BeginAnewUnderANewVersion()
    {
        await StartAsync(("TELEGRAMHLS_FAULTS", "ingest.store.part=kill*7"));
        int message = await World.SendAsync(await Films.TwoLanguages(20));
        string key = await InWorkTests.KeyOfAsync(World, message);
        var watched = new WatchedPlaylists(World, key);
        await watched.PollUntilAsync(() => World.Bot.HasExited);

        // As if ffmpeg had written other bytes from the same source.
        string spooled = Directory.GetFiles(Path.Combine(World.Data, "spool"), "source", SearchOption.AllDirectories).Single();
        string other = await Films.Make(
            "other-tones-20.mp4", "-i", await Films.TwoLanguages(20), "-filter:a", "volume=0.5", "-map", "0", "-c:v", "copy", "-c:a", "aac", "-b:a", "96k");
        File.Copy(other, spooled, overwrite: true);
        await StartAsync();
        Card card = await World.AnswerToAsync(message);

        (await Packets.HashesAsync(card.Hls)).ShouldBe(await Packets.HashesAsync(other));
        string master = await World.Bot.Http.GetStringAsync(card.Hls);
        master.ShouldContain("v0.m3u8?v=2");
        master.ShouldNotContain("?v=1");
        foreach (string old in new[] { "v0.m3u8?v=1", "v0/init.mp4?v=1", "v0/0.m4s?v=1" })
        {
            using HttpResponseMessage gone = await World.Bot.Http.AskAsync($"/hls/{key}/{old}");
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound, old);
        }
    }

    [Fact]
    [Trait("Category", "Soak")]
    public async Task Links_OfAFilmThatIsCancelledWhileItPlays_AreGone()
    {
        await StartAsync();
        await World.Client.Weather(new { effect = "Slow", up = 30_000 });
        int message = await World.SendAsync(await Films.TwoLanguages(20));
        Card early = await World.CardOfAsync(message, card => card.Links.ContainsKey("HLS"));
        early.Links.Keys.ShouldBe(["▶ Watch", "HLS"]);
        early.Text.ShouldContain("It already plays.");
        (await World.Bot.Http.GetAsync(early.Hls)).EnsureSuccessStatusCode();
        string playlist = await World.Bot.Http.GetStringAsync($"/play/{early.Key}.m3u?via=hls");
        playlist.ShouldContain(early.Hls);
        foreach (string link in new[] { $"/stream/{early.Key}/x.mp4", $"/dl/{early.Key}/x.mp4" })
        {
            using HttpResponseMessage notYet = await World.Bot.Http.AskAsync(link);
            notYet.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, link);
            notYet.Headers.RetryAfter.ShouldNotBeNull();
        }

        await World.Client.Tap(World.Chat, early.Id, early.Taps["Cancel"]);
        await World.AnswerToAsync(message);

        foreach (string link in new[] { early.Hls, early.Hls.Replace("master", "v0"), early.Watch, early.Hls.Replace("master.m3u8", "v0/0.m4s") })
        {
            using HttpResponseMessage gone = await World.Bot.Http.AskAsync(link);
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound, link);
        }
    }

    /// <summary>Bytes of the film in committed parts: of those before the first that is missing, and of all.</summary>
    private async Task<(long Whole, long All)> PartsAsync()
    {
        string rows = await Rows.AskAsync("select \"index\", length from parts join videos using (file_id) order by \"index\"");
        (int Index, long Length)[] parts =
            [.. rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('|')).Select(row => (int.Parse(row[0]), long.Parse(row[1])))];
        return (parts.TakeWhile((part, place) => part.Index == place).Sum(part => part.Length), parts.Sum(part => part.Length));
    }

    private Task StartAsync(params (string Name, string? Value)[] settings) =>
        World.StartBotAsync([UndisturbedFilm.SmallParts, ShortSegments, .. settings]);
}
