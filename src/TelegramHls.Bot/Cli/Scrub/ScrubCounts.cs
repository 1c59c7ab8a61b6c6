using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Cli.Scrub;

/// <summary>The figures of a scrub as <c>--json</c> gives them. Those that were not looked for are left out.</summary>
/// <param name="Replicas">Channels that each part is to stand in.</param>
/// <param name="Parts">Parts that were looked at.</param>
/// <param name="AllParts">Parts that there are.</param>
/// <param name="Good">Messages that hold what they should.</param>
/// <param name="Missing">Messages that are not there.</param>
/// <param name="Wrong">Messages that hold something else.</param>
/// <param name="OutOfSight">Messages in channels that no bot can see.</param>
/// <param name="NotLookedAt">Messages about which there was no answer.</param>
/// <param name="Thin">Parts that stood in fewer channels than they should.</param>
/// <param name="Made">Replicas made.</param>
/// <param name="Broken">Parts that are not whole now.</param>
/// <param name="Orphans">Messages with parts of ours that nothing needs.</param>
/// <param name="Strangers">Messages with parts of files that are not known here.</param>
/// <param name="Deleted">Messages deleted.</param>
/// <param name="Emptied">Messages too old to be deleted, which were emptied.</param>
/// <param name="Left">Messages that could be neither deleted nor emptied.</param>
internal sealed record ScrubCounts(
    int Replicas,
    int Parts,
    int AllParts,
    int Good,
    int Missing,
    int Wrong,
    int OutOfSight,
    int NotLookedAt,
    int Thin,
    int Made,
    int Broken,
    int? Orphans,
    int? Strangers,
    int? Deleted,
    int? Emptied,
    int? Left)
{
    public static ScrubCounts Of(ScrubReport report) => new(
        report.Wanted,
        report.Parts,
        report.AllParts,
        Number(report, MessageState.Good),
        Number(report, MessageState.Missing),
        Number(report, MessageState.Wrong),
        Number(report, MessageState.OutOfSight),
        Number(report, MessageState.NotLookedAt),
        report.Thin,
        report.Made,
        report.Broken.Count,
        report.Orphans,
        report.Strangers,
        report.Removed?.Deleted,
        report.Removed?.Emptied,
        report.Removed?.Left);

    private static int Number(ScrubReport report, MessageState state) => report.Messages.GetValueOrDefault(state);
}
