using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Catalog.Model;
using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Wording;

/// <summary>Words for messages in the channels that nobody needs any more.</summary>
internal static class RemovalText
{
    /// <summary>What a person is told who deleted a film.</summary>
    public static string Of(RemovalOutlook outlook) => outlook switch
    {
        { Messages: > 0, CanWrite: false } =>
            $"Deleted. {Its(outlook.Messages)} in the channels {Go(outlook.Messages)} as soon as a storage bot can write again.",
        { Old: > 0 } => $"Deleted. {outlook.Old} of {Its(outlook.Messages).ToLowerInvariant()} in the channels "
            + $"{(outlook.Old == 1 ? "is" : "are")} older than 48 hours: no bot may delete "
            + $"{(outlook.Old == 1 ? "it, so it is" : "those, so they are")} emptied, about 20 a minute.",
        _ => "Deleted.",
    };

    /// <summary>A line for each kind that there is, each after a line break; empty when there is none.</summary>
    /// <param name="removals">How many of each kind.</param>
    /// <param name="why">Says why they still stand, which names chats.</param>
    public static string Of(Removals removals, bool why)
    {
        string reason = why && removals.Reason is { } words ? $": {words}" : string.Empty;
        string waiting = removals.Waiting == 0
            ? string.Empty
            : $"\n{Messages(removals.Waiting)} in the channels still {(removals.Waiting == 1 ? "has" : "have")} to be deleted{reason}";
        return removals.Emptied == 0
            ? waiting
            : $"{waiting}\n{Messages(removals.Emptied)} too old to be deleted by a bot {(removals.Emptied == 1 ? "is" : "are")} emptied";
    }

    /// <summary>What a sweep of the channels did, in a sentence.</summary>
    /// <param name="found">Messages of sends without an answer that it found.</param>
    /// <param name="removed">What it deleted, those with them.</param>
    public static string Of(int found, RemovalResult removed)
    {
        string[] did =
        [
            .. new[] { (found, "found"), (removed.Deleted, "deleted"), (removed.Emptied, "emptied"), (removed.Left, "left for the next time") }
                .Where(part => part.Item1 > 0)
                .Select((part, i) => i == 0 ? $"{Messages(part.Item1)} {part.Item2}" : $"{part.Item1} {part.Item2}"),
        ];
        return did.Length == 0 ? "No message had to go." : $"{string.Join(", ", did)}.";
    }

    private static string Messages(int count) => $"{count} {(count == 1 ? "message" : "messages")}";

    private static string Its(int count) => $"Its {Messages(count)}";

    private static string Go(int count) => count == 1 ? "goes" : "go";
}
