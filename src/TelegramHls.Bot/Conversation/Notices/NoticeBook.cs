namespace TelegramHls.Bot.Conversation.Notices;

/// <summary>
/// Decides what is to be told: each trouble once, and once when it is over. What comes and goes is told when it stays, and not again
/// within half an hour.
/// </summary>
internal sealed class NoticeBook(TimeProvider clock)
{
    private static readonly TimeSpan BetweenWords = TimeSpan.FromMinutes(30);

    // Since when each is there, or is not there any more although it was told.
    private readonly Dictionary<string, DateTimeOffset> _badSince = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _wellSince = new(StringComparer.Ordinal);

    /// <summary>What was told so far, by key.</summary>
    public Dictionary<string, ToldTrouble> Told { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Takes what is wrong now; returns what is due to be said.</summary>
    public (IReadOnlyList<Trouble> Bad, IReadOnlyList<string> Well) Look(IReadOnlyList<Trouble> now)
    {
        DateTimeOffset at = clock.GetUtcNow();
        foreach (string key in _badSince.Keys.Except(now.Select(trouble => trouble.Key)).ToList())
        {
            _badSince.Remove(key);
        }

        foreach (Trouble trouble in now)
        {
            _badSince.TryAdd(trouble.Key, at);
            _wellSince.Remove(trouble.Key);
        }

        foreach (string key in Told.Where(told => told.Value.WellText is not null).Select(told => told.Key).Where(key => !_badSince.ContainsKey(key)))
        {
            _wellSince.TryAdd(key, at);
        }

        return ([.. now.Where(trouble => IsDue(trouble, at))], [.. _wellSince.Where(well => at - well.Value >= Told[well.Key].WellFor).Select(well => well.Key)]);
    }

    /// <summary>Notes that it was told.</summary>
    public void Tell(Trouble trouble) => Told[trouble.Key] = new ToldTrouble(clock.GetUtcNow(), trouble.WellText, trouble.WellFor);

    /// <summary>Notes that it was told that it is over.</summary>
    public void TellWell(string key)
    {
        _wellSince.Remove(key);
        Told[key] = Told[key] with { LastWordAt = clock.GetUtcNow(), WellText = null };
    }

    private bool IsDue(Trouble trouble, DateTimeOffset at) =>
        at - _badSince[trouble.Key] >= trouble.BadFor
        && (!Told.TryGetValue(trouble.Key, out ToldTrouble? told) || (told.WellText is null && at - told.LastWordAt >= BetweenWords));
}
