using TelegramHls.EndToEnd.Kit;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>The part cache of a program that is killed, and one that somebody else wrote into.</summary>
public sealed class CacheTests(ColdFilm cold) : IClassFixture<ColdFilm>
{
    private readonly SentFilm _film = cold.Film;

    private World World => _film.World;

    private string[] Cached => Directory.GetFiles(Path.Combine(World.Data, "cache"), "*", SearchOption.AllDirectories);

    [Fact]
    public async Task Film_ProgramKilledWhileAPartComesIn_IsServedRightAndFromWhatWasGood()
    {
        await cold.RestartAsync();
        await World.Client.Weather(new { effect = "Slow", down = 400_000 });
        using HttpResponseMessage first = await _film.Http.AskAsync(_film.Card.Stream);
        byte[] seen = new byte[800_000];
        await (await first.Content.ReadAsStreamAsync()).ReadExactlyAsync(seen);

        await World.Bot.KillAsync();
        await World.Client.ClearWeather();
        await World.StartBotAsync();
        await World.Client.Weather(new { effect = "Fail", method = "file", status = 502 });
        byte[] again = await RangeAsync(0, seen.Length);
        await World.Client.ClearWeather();

        seen.AsSpan().SequenceEqual(_film.Whole.AsSpan(0, seen.Length)).ShouldBeTrue();
        again.AsSpan().SequenceEqual(seen).ShouldBeTrue();
        (await _film.Http.GetByteArrayAsync(_film.Card.Stream)).AsSpan().SequenceEqual(_film.Whole).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Film_CachedBytesSpoilt_IsServedRight(bool whileStopped)
    {
        await cold.RestartAsync();
        await _film.Http.GetByteArrayAsync(_film.Card.Stream);
        if (whileStopped)
        {
            await World.Bot.KillAsync();
        }

        Cached.ShouldNotBeEmpty();
        foreach (string path in Cached)
        {
            await SpoilAsync(path);
        }

        if (whileStopped)
        {
            await World.StartBotAsync();
        }

        (await _film.Http.GetByteArrayAsync(_film.Card.Stream)).AsSpan().SequenceEqual(_film.Whole).ShouldBeTrue();
    }

    // The last answer may have arrived a moment before its reader let go of the file.
    private static Task SpoilAsync(string path) => Waiting.UntilAsync(() => TrySpoil(path), $"{path} to be free");

    private static bool TrySpoil(string path)
    {
        FileStream file;
        try
        {
            file = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return false;
        }

        using FileStream held = file;
        file.Position = file.Length / 2;
        int spoilt = file.ReadByte() ^ 0xFF;
        file.Position--;
        file.WriteByte((byte)spoilt);
        return true;
    }

    private async Task<byte[]> RangeAsync(int from, int count)
    {
        using HttpResponseMessage answer =
            await _film.Http.AskAsync(_film.Card.Stream, ("Range", $"bytes={from}-{from + count - 1}"));
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
