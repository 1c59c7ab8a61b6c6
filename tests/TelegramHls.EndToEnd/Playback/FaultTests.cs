using System.Net;
using System.Net.Sockets;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>Playback with an empty cache from a storage that fails, and more players than there may be.</summary>
public sealed class FaultTests(ColdFilm cold) : IClassFixture<ColdFilm>
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan UntilPlayersGiveUp = TimeSpan.FromSeconds(10);

    private readonly SentFilm _film = cold.Film;

    private World World => _film.World;

    [Fact]
    public async Task Body_DownloadsCutAndCorrupted_ArrivesWholeAndRight()
    {
        await cold.RestartAsync();
        await World.Client.Weather(new { effect = "Cut", method = "file", after_bytes = 700_000, count = 4 });
        await World.Client.Weather(new { effect = "Corrupt", method = "file", after_bytes = 300_000, count = 4 });

        (byte[] bytes, bool complete) = await ReceiveAsync();

        complete.ShouldBeTrue();
        bytes.AsSpan().SequenceEqual(_film.Whole).ShouldBeTrue();
    }

    [Fact]
    public async Task Body_OnePartNeverComesRight_BreaksOffBeforeItAndRecovers()
    {
        await cold.RestartAsync();
        IReadOnlyList<byte[]> parts = await _film.PartsAsync();
        int start = _film.Whole.Length - parts[^1].Length;
        await World.Client.Weather(new { effect = "Corrupt", method = "file", bot = await BotOfLastPartAsync(), after_bytes = 100 });

        (byte[] bytes, bool complete) = await ReceiveAsync();
        await World.Client.ClearWeather();
        (byte[] later, bool laterComplete) = await ReceiveAsync();

        complete.ShouldBeFalse();
        bytes.Length.ShouldBeLessThanOrEqualTo(start);
        bytes.AsSpan().SequenceEqual(_film.Whole.AsSpan(0, bytes.Length)).ShouldBeTrue();
        laterComplete.ShouldBeTrue();
        later.AsSpan().SequenceEqual(_film.Whole).ShouldBeTrue();
    }

    [Fact]
    public async Task Links_StorageIsAway_AreToldToComeBackAndNothingIsKept()
    {
        await cold.RestartAsync();
        string playlist = await _film.Http.GetStringAsync(_film.Playlist("v0"));
        cold.LoseIndex();
        await World.Client.Weather(new { effect = "Fail", method = "file", status = 502 });

        // The fragments are in memory by now; the header of the other links is to be made from the lost index.
        HttpResponseMessage[] answers = await Task.WhenAll(
            _film.Http.AskAsync(FirstSegment(playlist)).WaitAsync(UntilPlayersGiveUp),
            _film.Http.AskAsync(_film.Card.Stream).WaitAsync(UntilPlayersGiveUp),
            _film.Http.AskAsync(_film.Card.Download, ("Range", "bytes=0-9")).WaitAsync(UntilPlayersGiveUp));

        foreach (HttpResponseMessage answer in answers)
        {
            ShouldBeToldToComeBack(answer);
            answer.Dispose();
        }

        await World.Client.ClearWeather();
        (byte[] bytes, bool complete) = await ReceiveAsync();
        complete.ShouldBeTrue();
        bytes.AsSpan().SequenceEqual(_film.Whole).ShouldBeTrue();
    }

    [Fact]
    public async Task Playlist_IndexLostAndStorageAway_IsToldToComeBackAndLaterWorks()
    {
        string expected = await _film.Http.GetStringAsync(_film.Playlist("v0"));
        await cold.RestartAsync();
        cold.LoseIndex();
        await World.Client.Weather(new { effect = "Fail", method = "file", status = 502 });

        using HttpResponseMessage answer = await _film.Http.AskAsync(_film.Playlist("v0")).WaitAsync(LongestWait);
        await World.Client.ClearWeather();
        string later = await _film.Http.GetStringAsync(_film.Playlist("v0"));

        ShouldBeToldToComeBack(answer);
        later.ShouldBe(expected);
    }

    [Fact]
    public async Task Links_StorageKeepsSilent_AreToldToComeBackBeforePlayersGiveUp()
    {
        await cold.RestartAsync();
        string playlist = await _film.Http.GetStringAsync(_film.Playlist("v0"));
        cold.LoseIndex();
        await World.Client.Weather(new { effect = "Delay", method = "getFile", milliseconds = 600_000 });

        HttpResponseMessage[] answers = await Task.WhenAll(
            _film.Http.AskAsync(FirstSegment(playlist)).WaitAsync(UntilPlayersGiveUp),
            _film.Http.AskAsync(_film.Card.Stream).WaitAsync(UntilPlayersGiveUp),
            _film.Http.AskAsync($"/img/{_film.Card.Key}/poster.jpg").WaitAsync(UntilPlayersGiveUp));

        foreach (HttpResponseMessage answer in answers)
        {
            ShouldBeToldToComeBack(answer);
            answer.Dispose();
        }
    }

    [Fact]
    public async Task Links_EveryBotIsThrottled_AreToldForHowLong()
    {
        await cold.RestartAsync();
        await World.Client.Weather(new { effect = "Flood", retry_after = 120 });

        using HttpResponseMessage answer =
            await _film.Http.AskAsync(_film.Card.Download, ("Range", "bytes=-10")).WaitAsync(UntilPlayersGiveUp);

        ShouldBeToldToComeBack(answer);
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task Streams_MoreThanAllowed_AreToldToComeBack()
    {
        await cold.RestartAsync(("Server__MaxStreams", "1"));
        string list = await _film.Http.GetStringAsync(_film.Playlist("v0"));
        using HttpClient slow = SlowClient();
        HttpResponseMessage first = await slow.AskAsync(_film.Card.Stream);

        using HttpResponseMessage second = await _film.Http.AskAsync(_film.Card.Stream);
        using HttpResponseMessage third = await _film.Http.AskAsync(FirstSegment(list));
        using HttpResponseMessage playlist = await _film.Http.AskAsync(_film.Card.Hls);
        byte[] whole = await first.Content.ReadAsByteArrayAsync();
        using HttpResponseMessage last = await EnteredAsync();

        ShouldBeToldToComeBack(second);
        ShouldBeToldToComeBack(third);
        playlist.StatusCode.ShouldBe(HttpStatusCode.OK);
        whole.AsSpan().SequenceEqual(_film.Whole).ShouldBeTrue();
        last.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static void ShouldBeToldToComeBack(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        answer.Header("Content-Type").ShouldBe("application/problem+json");
        answer.Header("ETag").ShouldBeNull();

        // A refusal that says it may be kept for a year would outlive its reason.
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    /// <summary>A client whose window is so small that the program cannot be rid of a body before it is read.</summary>
    private static HttpClient SlowClient() => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 8192, NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    private string FirstSegment(string playlist) => _film.Card.Hls.Replace(
        "master.m3u8",
        playlist.Split('\n').First(line => line.Contains(".m4s", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    private async Task<long> BotOfLastPartAsync()
    {
        string bot = await _film.QueryAsync(
            "select bot_id from replicas join parts on parts.number = replicas.part_number join videos on videos.file_id = parts.file_id "
            + "order by parts.\"index\" desc limit 1");
        return long.Parse(bot);
    }

    /// <summary>All bytes of the stream link until its end, or until the connection breaks.</summary>
    private async Task<(byte[] Bytes, bool Complete)> ReceiveAsync()
    {
        using var limit = new CancellationTokenSource(LongestWait);
        using HttpResponseMessage answer = await EnteredAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using Stream body = await answer.Content.ReadAsStreamAsync();
        using var bytes = new MemoryStream();
        try
        {
            await body.CopyToAsync(bytes, limit.Token);
            return (bytes.ToArray(), true);
        }
        catch (IOException)
        {
            return (bytes.ToArray(), false);
        }
    }

    /// <summary>
    /// Comes back as long as it is told to: the program notices a moment later that a body's last byte was taken, or that
    /// storage is there again.
    /// </summary>
    private async Task<HttpResponseMessage> EnteredAsync()
    {
        using var limit = new CancellationTokenSource(LongestWait);
        while (true)
        {
            HttpResponseMessage answer = await _film.Http.AskAsync(_film.Card.Stream);
            if (answer.StatusCode == HttpStatusCode.OK || limit.IsCancellationRequested)
            {
                return answer;
            }

            answer.Dispose();
        }
    }
}
