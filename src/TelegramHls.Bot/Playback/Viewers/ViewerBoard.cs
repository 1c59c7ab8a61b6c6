using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Ids;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Bot.Playback.Viewers;

/// <summary>
/// Who watches now, in memory alone. A viewer is a film, a way and an address; who asked for nothing for <c>Cache:IdleSeconds</c>
/// is gone.
/// </summary>
internal sealed class ViewerBoard(IOptions<CacheOptions> options, TimeProvider clock)
{
    // More are served as well, but not listed: memory stays bounded whoever asks.
    private const int MostListed = 5000;

    private readonly ConcurrentDictionary<(VideoId Film, ViewerProtocol Protocol, IPAddress? Address), Viewing> _viewings = new();
    private readonly long[] _gone = new long[Enum.GetValues<ViewerProtocol>().Length];

    /// <summary>Serves a body, and counts it.</summary>
    public async Task CountAsync(Watched watched, IPAddress? address, Stream stream, Func<Task> send)
    {
        Viewing viewing = Find(watched, address);
        Viewing.Body body = viewing.Enter(stream, watched.Position);
        try
        {
            await send();
        }
        finally
        {
            viewing.Leave(body, clock.GetUtcNow());
        }
    }

    /// <summary>Everybody who watches now, who came last first.</summary>
    public IReadOnlyList<Viewer> Look()
    {
        DateTimeOffset now = clock.GetUtcNow();
        Forget(now);
        return [.. _viewings.Values.Select(viewing => viewing.Look(now)).OrderByDescending(viewer => viewer.Since)];
    }

    /// <summary>Bytes that left this way since the start of the program.</summary>
    public long BytesOf(ViewerProtocol protocol)
    {
        lock (_gone)
        {
            return _gone[(int)protocol] + _viewings.Values.Where(viewing => viewing.Protocol == protocol).Sum(viewing => viewing.Bytes);
        }
    }

    private Viewing Find(Watched watched, IPAddress? address)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (_viewings.Count >= MostListed)
        {
            Forget(now);
        }

        var who = (watched.Film.Id, watched.Protocol, _viewings.Count >= MostListed ? null : address);
        return _viewings.GetOrAdd(who, _ => new Viewing(watched.Film, watched.Protocol, who.Item3, now));
    }

    private void Forget(DateTimeOffset now)
    {
        var idle = TimeSpan.FromSeconds(options.Value.IdleSeconds);
        foreach ((var who, Viewing viewing) in _viewings.Where(pair => pair.Value.IsGone(now, idle)))
        {
            lock (_gone)
            {
                if (_viewings.TryRemove(new(who, viewing)))
                {
                    _gone[(int)viewing.Protocol] += viewing.Bytes;
                }
            }
        }
    }
}
