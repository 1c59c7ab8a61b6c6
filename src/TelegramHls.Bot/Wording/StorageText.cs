using TelegramHls.Bot.Ingest;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Wording;

/// <summary>Words for storage bots that cannot store, and for parts that stand in too few channels.</summary>
public static class StorageText
{
    /// <summary>How many parts stand in as many channels as they should: a line, or nothing where one channel is enough.</summary>
    /// <param name="totals">What is kept.</param>
    /// <param name="wanted">Channels that each part is to stand in.</param>
    /// <param name="reason">Why some stand in fewer; null where it is not known or not to be told.</param>
    public static string Replicas(CatalogTotals totals, int wanted, string? reason)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return (wanted, totals.ThinParts) switch
        {
            (1, _) => string.Empty,
            (_, 0) => $"Each part in {wanted} channels\n",
            (_, var thin) => $"{thin} of {totals.Parts} parts not yet in {wanted} channels{(reason is null ? string.Empty : $": {reason}")}\n",
        };
    }

    /// <summary>Why no film can be fetched, as the end of a sentence.</summary>
    public static string WhyNot(VideoStatus.WaitingForDisk waiting) =>
        $"the server's disk is nearly full, {Amount.Bytes(waiting.Free)} free of which {Amount.Bytes(waiting.Floor)} must stay so";

    /// <summary>Of which parts no bot of the pool has an id: a line for each lost bot, or nothing.</summary>
    /// <param name="stranded">Parts by the number of the lost bot.</param>
    /// <param name="reason">Why it stays so; null where it is not known or not to be told.</param>
    public static string Stranded(IReadOnlyDictionary<long, int> stranded, string? reason)
    {
        ArgumentNullException.ThrowIfNull(stranded);
        string why = reason is null ? string.Empty : $": {reason}";
        return string.Concat(stranded.OrderBy(bot => bot.Key)
            .Select(bot => $"{Amount.Of(bot.Value, "part")} of bot {bot.Key} without an id of another bot yet{why}\n"));
    }

    /// <summary>Why no bot takes anything, as the end of a sentence.</summary>
    internal static string WhyNot(VideoStatus.WaitingForStorage waiting) => (waiting.Bots, waiting.AreOut) switch
    {
        (0, _) => "there is no storage bot",
        (1, true) => "the storage bot cannot write to its channel",
        (var bots, true) => $"none of the {bots} storage bots can write to their channels",
        (1, false) => "the storage bot has to wait for Telegram",
        (var bots, false) => $"all {bots} storage bots have to wait for Telegram",
    };
}
