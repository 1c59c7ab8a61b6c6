namespace TelegramHls.Storage.Scrub;

/// <summary>What a scrub found and did.</summary>
/// <param name="Wanted">Channels that each part is to stand in.</param>
/// <param name="Parts">Parts that were looked at.</param>
/// <param name="AllParts">Parts that there are.</param>
/// <param name="Messages">Their messages, by state.</param>
/// <param name="Thin">Parts that stood in fewer channels than they should.</param>
/// <param name="Made">Replicas that were made.</param>
/// <param name="Orphans">Messages with parts of ours that no row names; null when they were not looked for.</param>
/// <param name="Strangers">Messages with parts of files that the catalogue does not know; null as above.</param>
/// <param name="Removed">What became of messages that were to be deleted; null when that was not asked for.</param>
/// <param name="Broken">Parts that are not whole now.</param>
public sealed record ScrubReport(
    int Wanted,
    int Parts,
    int AllParts,
    IReadOnlyDictionary<MessageState, int> Messages,
    int Thin,
    int Made,
    int? Orphans,
    int? Strangers,
    RemovalResult? Removed,
    IReadOnlyList<BrokenPart> Broken)
{
    /// <summary>True when every part that was looked at is whole now.</summary>
    public bool IsWhole => Broken.Count == 0;
}
