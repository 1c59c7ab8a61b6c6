using System.Net;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>The small files that hand a film over to a player of one's own.</summary>
[Collection(SentFilms.Name)]
public sealed class PlayFileTests(SentFilms films)
{
    private readonly SentFilm _film = films.InCloud;

    [Theory]
    [InlineData("m3u", "", "audio/x-mpegurl", "Stream")]
    [InlineData("m3u", "?via=hls", "audio/x-mpegurl", "HLS")]
    [InlineData("strm", "", "text/plain", "Stream")]
    [InlineData("strm", "?via=hls", "text/plain", "HLS")]
    public async Task PlayFile_OfAReadyFilm_PointsAtAnAddressThatPlays(string extension, string query, string type, string link)
    {
        string address = $"/play/{_film.Card.Key}.{extension}{query}";
        using HttpResponseMessage answer = await _film.Http.AskAsync(address);
        using HttpResponseMessage head = await _film.Http.AskAsync(HttpMethod.Head, address);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Header("Content-Type").ShouldBe(type);
        head.Lines().ShouldBe(answer.Lines());
        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe($"two-languages-60.{extension}");
        string[] lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[^1].ShouldBe(_film.Card.Links[link]);
        if (extension == "m3u")
        {
            lines[..^1].ShouldBe(["#EXTM3U", "#EXTINF:60,two-languages-60"]);
        }

        string duration = await Command.RunAsync("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", lines[^1]);
        double.Parse(duration.Split('\n')[0]).ShouldBe(60, 0.6);
    }

    [Fact]
    public async Task PlayFile_OfAHostileTitle_HasOneAddress()
    {
        World world = _film.World;
        Card card = await world.AnswerToAsync(await world.SendAsync(
            await Films.TwoLanguages(5), "document", "a\nhttp://elsewhere.example/x\r#EXTINF:1,\u2028b.mp4"));

        string list = await _film.Http.GetStringAsync($"/play/{card.Key}.m3u");

        list.Split('\n', '\r', '\u2028').Where(line => !line.StartsWith('#') && line.Length > 0).ShouldBe([card.Stream]);
    }

    [Fact]
    public async Task PlayFile_OfAnUnknownKey_IsRefusedAsEverywhere()
    {
        using HttpResponseMessage play = await _film.Http.AskAsync("/play/nobodyEverHadThisKey99.m3u");
        using HttpResponseMessage stream = await _film.Http.AskAsync("/stream/nobodyEverHadThisKey99/x.mp4");

        play.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await play.Content.ReadAsStringAsync()).ShouldBe(await stream.Content.ReadAsStringAsync());
    }
}
