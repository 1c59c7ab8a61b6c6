using System.Net;
using System.Net.Http.Headers;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>A film that is still being stored, and the names that films come with.</summary>
[Collection(SentFilms.Name)]
public sealed class InWorkTests(SentFilms films)
{
    private const string EarlyKey = "0EarLyKeyOfAFi1mInWork";

    private readonly SentFilm _film = films.InCloud;

    [Fact]
    public async Task Links_WhileTheFilmIsStored_SayWhenToComeBack()
    {
        World world = _film.World;
        await world.Client.Weather(new { effect = "Delay", method = "sendDocument", milliseconds = 3000 });
        int message = await world.SendAsync(await Films.TwoLanguages(12), "document", "in work.mp4");
        await world.Client.WaitFor(world.Chat, messages => messages.Select(Card.Read).Any(card => card.ReplyTo == message));

        // The bot gives keys to finished films only; an owner may have made one before, as this row stands for.
        await Command.RunAsync(
            "sqlite3",
            Path.Combine(world.Data, "telegramhls.db"),
            ".timeout 5000",
            $"insert into share_links (key, video_id, created_at) select '{EarlyKey}', id, created_at from videos where source_message_id = {message}");
        string[] links = [$"/stream/{EarlyKey}/x.mp4", $"/dl/{EarlyKey}/x.mp4", $"/hls/{EarlyKey}/master.m3u8", $"/w/{EarlyKey}"];

        foreach (string link in links)
        {
            using HttpResponseMessage early = await _film.Http.AskAsync(link);
            early.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, link);
            early.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            early.Header("Content-Type").ShouldBe("application/problem+json", link);
        }

        await world.Client.ClearWeather();
        await world.AnswerToAsync(message);
        foreach (string link in links)
        {
            using HttpResponseMessage ready = await _film.Http.AskAsync(HttpMethod.Head, link);
            ready.StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task Download_OfAFilmWithAnOddName_IsAnAttachmentOfASafeName()
    {
        World world = _film.World;
        string source = await OddlyNamedAsync();
        Card card = await world.AnswerToAsync(await world.SendAsync(source, "document", "Кино \"a/b\\c\" 🎬 <x>; é\n.mp4"));

        using HttpResponseMessage answer = await _film.Http.AskAsync(HttpMethod.Head, card.Download);

        string raw = answer.Header("Content-Disposition")!;
        raw.ShouldAllBe(letter => letter >= ' ' && letter <= '~');
        var disposition = ContentDispositionHeaderValue.Parse(raw);
        disposition.DispositionType.ShouldBe("attachment");
        string name = disposition.FileNameStar!;
        name.ShouldStartWith("Кино ");
        name.ShouldContain("🎬");
        name.ShouldEndWith(".mp4");
        name.ShouldAllBe(letter => !"\\/:*?\"<>|\n\r".Contains(letter));
        disposition.FileName!.Trim('"').ShouldAllBe(letter => letter != '/' && letter != '\\' && letter != '"');
    }

    private static async Task<string> OddlyNamedAsync() => await Films.Make(
        "odd-name-4.mp4",
        "-f", "lavfi", "-i", "testsrc2=s=320x180:r=24:d=4",
        "-f", "lavfi", "-i", "sine=f=500:r=48000:d=4",
        "-c:v", "libx264", "-preset", "veryfast", "-g", "48", "-pix_fmt", "yuv420p", "-c:a", "aac");
}
