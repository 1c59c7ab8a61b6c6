using TelegramHls.Bot.Ingest;

namespace TelegramHls.Bot.Wording;

/// <summary>Words for storage bots that cannot store.</summary>
internal static class StorageText
{
    /// <summary>Why no bot takes anything, as the end of a sentence.</summary>
    public static string WhyNot(VideoStatus.WaitingForStorage waiting) => (waiting.Bots, waiting.AreOut) switch
    {
        (0, _) => "there is no storage bot",
        (1, true) => "the storage bot cannot write to its channel",
        (var bots, true) => $"none of the {bots} storage bots can write to their channels",
        (1, false) => "the storage bot has to wait for Telegram",
        (var bots, false) => $"all {bots} storage bots have to wait for Telegram",
    };
}
