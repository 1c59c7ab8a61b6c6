using System.Net;
using System.Security.Cryptography;
using TelegramHls.Testing;
using TelegramHls.Testing.Playlists;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>The playlists of a film as they were at each moment at which somebody looked.</summary>
internal sealed class WatchedPlaylists(World world, string key)
{
    private readonly Dictionary<string, List<string>> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _segments = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Tracks => _seen.Keys;

    public bool IsComplete => _seen.Values.All(seen => seen[^1].Contains("#EXT-X-ENDLIST", StringComparison.Ordinal));

    /// <summary>How many segments were listed at the last look.</summary>
    public int Listed(string track) => _seen.TryGetValue(track, out List<string>? seen) ? SegmentsIn(seen[^1]).Length : 0;

    public async Task PollUntilAsync(Func<bool> isEnough)
    {
        while (!isEnough())
        {
            await PollAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
        }
    }

    /// <summary>Looks at every playlist, and at the newest segment of each; a server that is away or has nothing yet gives nothing.</summary>
    public async Task PollAsync()
    {
        try
        {
            using HttpResponseMessage master = await world.Bot.Http.AskAsync($"/hls/{key}/master.m3u8");
            if (master.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                master.Headers.RetryAfter.ShouldNotBeNull();
                return;
            }

            master.StatusCode.ShouldBe(HttpStatusCode.OK);
            string text = await master.Content.ReadAsStringAsync();
            ReadMasterPlaylist.Read(text).IsIndependent.ShouldBeTrue();
            foreach (string address in Addresses(text))
            {
                await LookAsync(address);
            }
        }
        catch (HttpRequestException)
        {
            // Killed, or not started yet.
        }
    }

    /// <summary>Bytes of all segments that were listed at the last look.</summary>
    public async Task<long> ListedBytesAsync()
    {
        long bytes = 0;
        foreach (string segment in _seen.Values.SelectMany(seen => SegmentsIn(seen[^1])))
        {
            using HttpResponseMessage answer = await world.Bot.Http.AskAsync(HttpMethod.Head, $"/hls/{key}/{segment}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, segment);
            bytes += answer.Content.Headers.ContentLength!.Value;
        }

        return bytes;
    }

    public void ShouldOnlyHaveGrown(string track)
    {
        List<string> seen = _seen[track];
        seen.Count.ShouldBeGreaterThan(2, track);
        seen[0].ShouldContain("#EXT-X-PLAYLIST-TYPE:EVENT");
        seen[0].ShouldContain("#EXT-X-START:TIME-OFFSET=0");
        for (int i = 1; i < seen.Count; i++)
        {
            ReadMediaPlaylist.Read(seen[i]).ShouldFollow(ReadMediaPlaylist.Read(seen[i - 1]));
        }

        seen[..^1].ShouldAllBe(text => !text.Contains("#EXT-X-ENDLIST", StringComparison.Ordinal));
        seen[^1].ShouldEndWith("#EXT-X-ENDLIST\n");
    }

    /// <summary>The bytes that came under each address while the film was in work come under it still.</summary>
    public async Task ShouldStillGiveWhatItGaveAsync()
    {
        _segments.Count.ShouldBeGreaterThan(5);
        foreach ((string segment, string hash) in _segments)
        {
            Hash(await world.Bot.Http.GetByteArrayAsync($"/hls/{key}/{segment}")).ShouldBe(hash, segment);
        }
    }

    private async Task LookAsync(string address)
    {
        using HttpResponseMessage answer = await world.Bot.Http.AskAsync($"/hls/{key}/{address}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        answer.Header("Cache-Control").ShouldBe("private, no-cache");
        string text = await answer.Content.ReadAsStringAsync();
        string track = address.Split('.')[0];
        if (!_seen.TryGetValue(track, out List<string>? seen))
        {
            _seen[track] = seen = [];
        }

        if (seen.Count > 0 && seen[^1] == text)
        {
            return;
        }

        seen.Add(text);
        if (SegmentsIn(text) is [.., var newest] && !_segments.ContainsKey(newest))
        {
            using HttpResponseMessage segment = await world.Bot.Http.AskAsync($"/hls/{key}/{newest}");
            segment.StatusCode.ShouldBe(HttpStatusCode.OK, newest);
            segment.Header("Cache-Control")!.ShouldContain("immutable");
            _segments[newest] = Hash(await segment.Content.ReadAsByteArrayAsync());
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string[] SegmentsIn(string playlist) =>
        [.. playlist.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    private static IEnumerable<string> Addresses(string master) => master.Split('\n')
        .Select(line => line.StartsWith("#EXT-X-MEDIA", StringComparison.Ordinal) ? line.Split("URI=\"")[1].TrimEnd('"') : line)
        .Where(line => line.Length > 0 && line[0] != '#').Distinct();
}
