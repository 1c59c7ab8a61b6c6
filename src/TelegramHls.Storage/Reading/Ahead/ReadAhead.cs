using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Storage.Reading.Ahead;

/// <summary>
/// Fetches parts before their players come to them: as many seconds ahead as configured at the speed at which each plays,
/// several parts side by side, which come through different bots. What is fetched ahead gives way to what is waited for.
/// </summary>
internal sealed class ReadAhead : IDisposable
{
    /// <summary>Parts that are fetched at once for one player: the one it is at and four more.</summary>
    public const int PartsOfOne = 5;

    /// <summary>Parts that are fetched ahead at once for all players.</summary>
    public const int PartsOfAll = 32;

    // However fast it is read: a download of the whole film must not fill the cache at once.
    private const long MostAhead = 64L * 1024 * 1024;

    // A player fills its buffer faster than it plays, and may seek away then: beyond this it has to earn what is fetched for it.
    private const long MostAtFirst = 16L * 1024 * 1024;
    private const int TimesWhatWasRead = 2;

    private readonly Lock _gate = new();
    private readonly Dictionary<StoredFileId, List<PlayHead>> _heads = [];
    private readonly PartCache _cache;
    private readonly CacheOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ReadAhead> _logger;
    private readonly ITimer _sweep;
    private int _running;

    public ReadAhead(PartCache cache, IOptions<CacheOptions> options, TimeProvider time, ILogger<ReadAhead> logger)
    {
        _cache = cache;
        _options = options.Value;
        _time = time;
        _logger = logger;
        var pause = TimeSpan.FromSeconds(Math.Max(1, _options.IdleSeconds / 4.0));
        _sweep = time.CreateTimer(_ => Sweep(), null, pause, pause);
    }

    /// <summary>Parts that are fetched ahead now.</summary>
    public int Running
    {
        get
        {
            lock (_gate)
            {
                return _running;
            }
        }
    }

    /// <summary>
    /// Bytes up to <paramref name="end"/> were read from <paramref name="position"/> on by a reader who was at
    /// <paramref name="head"/>; returns where he is now.
    /// </summary>
    public PlayHead? Follow(PlayHead? head, StoredFile file, long position, long end)
    {
        if (_options.PrefetchSeconds == 0)
        {
            return null;
        }

        lock (_gate)
        {
            if (head is null || head.Ending.IsCancellationRequested || !head.Reaches(position))
            {
                Leave(head, isGone: true);
                head = Join(file, position, end);
            }

            head.Advance(end);
            Begin(head);
            return head;
        }
    }

    /// <summary>A reader is done; when he <paramref name="isGone"/> in the middle, nothing more is fetched for him.</summary>
    public void Leave(PlayHead? head, bool isGone)
    {
        lock (_gate)
        {
            if (head is not null && --head.Readers == 0 && isGone)
            {
                End(head);
            }
        }
    }

    public void Dispose()
    {
        _sweep.Dispose();
        lock (_gate)
        {
            foreach (PlayHead head in _heads.Values.SelectMany(heads => heads).ToList())
            {
                End(head);
            }
        }
    }

    private PlayHead Join(StoredFile file, long position, long end)
    {
        if (!_heads.TryGetValue(file.Id, out List<PlayHead>? heads))
        {
            _heads.Add(file.Id, heads = []);
        }

        PlayHead? head = heads.Find(other => other.Reaches(position));
        if (head is null)
        {
            heads.Add(head = new PlayHead(file, position, end, _time));
        }

        head.File = file;
        head.Readers++;
        return head;
    }

    private void Begin(PlayHead head)
    {
        if (!head.IsSteady || head.Ending.IsCancellationRequested)
        {
            return;
        }

        int current = head.File.IndexOf(head.Position);
        StoredPart here = head.File.Parts[current];
        long most = Math.Clamp(TimesWhatWasRead * head.Read, MostAtFirst, MostAhead);
        double wanted = Math.Min(head.Rate * _options.PrefetchSeconds, most);
        bool isNearEnd = head.Position - here.Offset > here.Length / 2;
        for (int index = Math.Max(head.NextPart, current); index < head.File.Parts.Length; index++)
        {
            StoredPart part = head.File.Parts[index];
            bool isWanted = part.Offset < head.Position + wanted || (isNearEnd && index == current + 1);
            if (!isWanted || head.Running >= PartsOfOne || _running >= PartsOfAll || _cache.IsCrowded)
            {
                return;
            }

            head.NextPart = index + 1;
            head.Running++;
            _running++;
            _ = FillAsync(head, part, (int)Math.Max(0, head.Position - part.Offset));
        }
    }

    private async Task FillAsync(PlayHead head, StoredPart part, int offset)
    {
        CancellationToken ending = head.Ending.Token;
        try
        {
            await Task.Yield();
            using PartLease lease = _cache.Open(head.File.Id, part, isAhead: true);
            await lease.FillAsync(offset, ending);
        }
        catch (OperationCanceledException)
        {
            // Its player is gone.
        }
        catch (IOException exception)
        {
            // The reader will ask for the part itself and get the reason then.
            _logger.PrefetchFailed(part.Index, head.File.Id, exception.Message);
        }
        finally
        {
            lock (_gate)
            {
                head.Running--;
                _running--;
                Begin(head);
            }
        }
    }

    private void Sweep()
    {
        var idle = TimeSpan.FromSeconds(_options.IdleSeconds);
        lock (_gate)
        {
            foreach (PlayHead head in _heads.Values.SelectMany(heads => heads)
                .Where(head => head.Readers == 0 && _time.GetElapsedTime(head.SeenAt) >= idle).ToList())
            {
                End(head);
            }
        }
    }

    private void End(PlayHead head)
    {
        // Off this thread: what waits for it must not run under the lock.
        _ = head.Ending.CancelAsync();
        if (_heads.TryGetValue(head.File.Id, out List<PlayHead>? heads) && heads.Remove(head) && heads.Count == 0)
        {
            _heads.Remove(head.File.Id);
        }
    }
}
