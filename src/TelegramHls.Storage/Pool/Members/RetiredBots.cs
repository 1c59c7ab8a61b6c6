namespace TelegramHls.Storage.Pool.Members;

/// <summary>Bots that are to get no new parts although the settings name them: what they sent is read by them still, and gets ids of others.</summary>
public sealed class RetiredBots
{
    private volatile IReadOnlySet<long> _bots = new HashSet<long>();

    /// <summary>Their numbers.</summary>
    public IReadOnlySet<long> Bots => _bots;

    internal Action? Changed { get; set; }

    /// <summary>Says which they are; holds at once.</summary>
    public void Set(IEnumerable<long> bots)
    {
        _bots = bots.ToHashSet();
        Changed?.Invoke();
    }
}
