using System.Security.Cryptography;
using System.Text.Json;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>What comes out is what went in.</summary>
[Collection(SentFilms.Name)]
public sealed class EqualityTests(SentFilms films)
{
    // ffmpeg's AAC encoder puts 1024 samples before the beginning.
    private const int Priming = 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pictures_OverEveryLink_AreTheSources(bool local)
    {
        SentFilm film = films.In(local);
        string[] source = await Decoded.PicturesAsync(film.Source);

        source.Length.ShouldBe(1440);
        (await Decoded.PicturesAsync(film.Card.Stream)).ShouldBe(source);
        (await Decoded.PicturesAsync(film.Card.Download)).ShouldBe(source);
        (await Decoded.PicturesAsync(film.Playlist("v0"))).ShouldBe(source);
        (await Decoded.PicturesAsync(film.Card.Hls)).ShouldBe(source);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    public async Task Sound_OfEachLanguage_IsTheSources(bool local, int track)
    {
        SentFilm film = films.In(local);
        string heard = await Decoded.SoundAsync(film.Source, track, withPriming: false);
        string all = await Decoded.SoundAsync(film.Source, track, withPriming: true);

        (await Decoded.SoundAsync(film.Card.Stream, track, withPriming: false)).ShouldBe(heard);
        (await Decoded.SoundOfPlaylistAsync(film.Playlist($"a{track}"), 0)).ShouldBe(all);
        (await Decoded.SoundOfPlaylistAsync(film.Card.Hls, track)).ShouldBe(all);
    }

    [Fact]
    public async Task Sound_OverEveryLink_BeginsWithThePicture()
    {
        SentFilm film = films.InCloud;

        double source = await Decoded.SoundDelayAsync(film.Source, primingSamples: 0);

        (await Decoded.SoundDelayAsync(film.Card.Stream, primingSamples: 0)).ShouldBe(source);
        (await Decoded.SoundDelayAsync(film.Card.Hls, Priming)).ShouldBe(source);
    }

    [Theory]
    [InlineData(false, "video")]
    [InlineData(true, "document")]
    public async Task Film_SentOnceMoreAndForwarded_IsTheSameVideoAtOnce(bool local, string otherKind)
    {
        SentFilm film = films.In(local);
        World world = film.World;
        int stored = (await film.DocumentsAsync()).Count;
        long sends = await SendsAsync(world);
        long fetched = await world.Client.Calls(world.Chat, "getfile");

        int second = await world.SendAsync(film.Source, otherKind, "under another name.mp4");
        Card again = await world.AnswerToAsync(second);
        long fetchedForUpload = await world.Client.Calls(world.Chat, "getfile");
        JsonElement forward = await world.Client.Forward(world.Chat, world.Chat, second);
        Card forwarded = await world.AnswerToAsync(forward.GetProperty("message_id").GetInt32());

        again.Links.ShouldBe(film.Card.Links, ignoreOrder: true);
        forwarded.Links.ShouldBe(film.Card.Links, ignoreOrder: true);
        (await SendsAsync(world)).ShouldBe(sends);
        (await film.DocumentsAsync()).Count.ShouldBe(stored);

        // Another upload is known by its SHA-256 only, so it was fetched.
        fetchedForUpload.ShouldBe(fetched + 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Film_ThatWasStoredForwarded_IsKnownByItsUniqueId(bool local)
    {
        SentFilm film = films.In(local);
        World world = film.World;
        JsonElement[] chat = await world.Client.Messages(world.Chat);
        int first = chat.First(message => message.TryGetProperty("document", out _) || message.TryGetProperty("video", out _))
            .GetProperty("message_id").GetInt32();
        long fetched = await world.Client.Calls(world.Chat, "getfile");

        JsonElement forward = await world.Client.Forward(world.Chat, world.Chat, first);
        Card forwarded = await world.AnswerToAsync(forward.GetProperty("message_id").GetInt32());

        forwarded.Key.ShouldBe(film.Card.Key);
        (await world.Client.Calls(world.Chat, "getfile")).ShouldBe(fetched);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parts_OneAfterTheOther_AreThePlayableFileOfTheRecordedHash(bool local)
    {
        SentFilm film = films.In(local);
        using var directory = new TempDirectory();
        string path = directory.File("parts.mp4");

        byte[] joined = [.. (await film.PartsAsync()).SelectMany(part => part)];
        await File.WriteAllBytesAsync(path, joined);
        string recorded = await film.QueryAsync(
            "select sha256 from stored_files join videos on file_id = stored_files.id "
            + $"join share_links on share_links.video_id = videos.id where key = '{film.Card.Key}'");

        Convert.ToHexStringLower(SHA256.HashData(joined)).ShouldBe(recorded);
        film.Whole.AsSpan()[^joined.Length..].SequenceEqual(joined).ShouldBeTrue();
        (await Decoded.PicturesAsync(path)).ShouldBe(await Decoded.PicturesAsync(film.Source));
    }

    private static async Task<long> SendsAsync(World world)
    {
        long sends = 0;
        foreach (var bot in world.Telegram.Accounts.StorageBots)
        {
            sends += await world.Client.Calls(bot.Bot.Id, "senddocument");
        }

        return sends;
    }
}
