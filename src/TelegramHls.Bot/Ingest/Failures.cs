namespace TelegramHls.Bot.Ingest;

/// <summary>Faults in words for the person who waits for the film; the exact ones stand in the log and the job's history.</summary>
internal static class Failures
{
    /// <summary>What did not work, by the step in which it happened.</summary>
    public static string InWords(string? step) => step switch
    {
        "fetch" => "Fetching the film from Telegram did not work.",
        "poster" or "store" or "compatible" => "Storing stopped.",
        "announce" => "The answer could not be sent.",
        _ => "Something did not work.",
    };
}
