using System.Net;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>The picture that stands for a film.</summary>
[Collection(SentFilms.Name)]
public sealed class PosterTests(SentFilms films)
{
    private readonly SentFilm _film = films.InCloud;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Poster_OfAFilm_IsAPictureForAnyPage(bool local)
    {
        SentFilm film = films.In(local);
        string address = $"/img/{film.Card.Key}/poster.jpg";

        using HttpResponseMessage answer = await film.Http.AskAsync(address, ("Origin", "https://elsewhere.example"));
        using HttpResponseMessage head = await film.Http.AskAsync(HttpMethod.Head, address, ("Origin", "https://elsewhere.example"));
        using HttpResponseMessage known = await film.Http.AskAsync(address, ("If-None-Match", answer.Header("ETag")!));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Header("Content-Type").ShouldBe("image/jpeg");
        answer.Header("Access-Control-Allow-Origin").ShouldBe("*");
        answer.Header("ETag")!.ShouldStartWith("\"");
        answer.Header("Cache-Control").ShouldBe("private, no-cache");
        head.Lines().ShouldBe(answer.Lines());
        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await SizeAsync(await answer.Content.ReadAsByteArrayAsync())).ShouldBe("mjpeg,640,360");
    }

    [Fact]
    public async Task Poster_UnderTheAddressOfThePage_IsKeptForLong()
    {
        string page = await (await _film.Http.AskAsync(_film.Card.Watch, ("Accept", "text/html"))).Content.ReadAsStringAsync();
        string address = WebUtility.HtmlDecode(page.Split("poster=\"")[1].Split('"')[0]);

        using HttpResponseMessage answer = await _film.Http.AskAsync(address);

        address.ShouldStartWith($"/img/{_film.Card.Key}/poster.jpg?v=");
        answer.Header("Cache-Control").ShouldBe("private, max-age=31536000, immutable");
    }

    [Fact]
    public async Task Poster_OfSoundWithoutACover_IsNotThere()
    {
        Card card = await _film.World.AnswerToAsync(await _film.World.SendAsync(await OddFilms.SoundOnly()));

        using HttpResponseMessage answer = await _film.Http.AskAsync($"/img/{card.Key}/poster.jpg");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Header("Content-Type").ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Poster_LocalCopiesLost_ComesOutOfTheStorageAgain()
    {
        string address = $"/img/{_film.Card.Key}/poster.jpg";
        byte[] before = await _film.Http.GetByteArrayAsync(address);
        string[] copies = Directory.GetFiles(Path.Combine(_film.World.Data, "companions"));
        copies.ShouldNotBeEmpty();
        Array.ForEach(copies, File.Delete);

        (await _film.Http.GetByteArrayAsync(address)).ShouldBe(before);

        string file = await new Rows(_film.World).AskAsync(
            $"select file_id from companions join share_links using (video_id) where name = 'poster.jpg' and key = '{_film.Card.Key}'");
        (await Channels.Sha256Async(_film.World, file)).ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(before)));
    }

    private static async Task<string> SizeAsync(byte[] poster)
    {
        using var folder = new TempDirectory();
        await File.WriteAllBytesAsync(folder.File("poster.jpg"), poster);
        return (await Command.RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", folder.File("poster.jpg"))).Trim();
    }
}
