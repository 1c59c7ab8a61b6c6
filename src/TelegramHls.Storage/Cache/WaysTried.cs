using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache;

/// <summary>What one download has learnt of the ways to its part, each named by its file_id. For one thread at a time.</summary>
internal sealed class WaysTried
{
    // A connection may break once for no reason; a way that fails twice is no way.
    private const int Most = 2;

    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly HashSet<(long Bot, long Chat, int Message)> _asked = [];
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private string? _way;

    /// <summary>How often the way failed.</summary>
    public int FailuresOf(string way) => _failures.GetValueOrDefault(way);

    /// <summary>True when the way led nowhere.</summary>
    public bool IsClosed(string way) => FailuresOf(way) >= Most;

    /// <summary>The way is being taken.</summary>
    public void Take(string way) => _way = way;

    /// <summary>Where the server said that the way leads, as long as that worked; null when it was not asked.</summary>
    public string? PathOf(string way) => _paths.GetValueOrDefault(way);

    /// <summary>The server said where the way leads.</summary>
    public void Learn(string way, string path) => _paths[way] = path;

    /// <summary>The bot is asked for an id of its own from that message; false when it was asked before.</summary>
    public bool TryAsk(long bot, Replica message) => _asked.Add((bot, message.ChatId, message.MessageId));

    /// <summary>The way that was taken last broke off or brought wrong bytes: another one is better.</summary>
    public void Fail()
    {
        if (_way is not null)
        {
            _failures[_way] = FailuresOf(_way) + 1;
            _paths.Remove(_way);
        }
    }

    /// <summary>The way that was taken last was refused: there is no sense in trying it again.</summary>
    public void Close()
    {
        if (_way is not null)
        {
            _failures[_way] = Most;
            _paths.Remove(_way);
        }
    }

    /// <summary>No way is left: they all begin anew.</summary>
    public void Reset()
    {
        _failures.Clear();
        _asked.Clear();
        _paths.Clear();
        _way = null;
    }
}
