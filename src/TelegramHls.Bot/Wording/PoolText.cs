using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Wording;

/// <summary>Words for how the storage bots fare.</summary>
public static class PoolText
{
    // A message of Telegram holds 4096 characters.
    private const int MostBots = 20;

    /// <summary>One line for all, and with <paramref name="each"/> one for each, those in trouble first.</summary>
    public static string Of(PoolSnapshot pool, bool each)
    {
        ArgumentNullException.ThrowIfNull(pool);
        int ready = pool.Bots.Count(bot => bot.State == BotState.Ready);
        string all = ready == pool.Bots.Count
            ? $"{ready} storage {(ready == 1 ? "bot" : "bots")} ready"
            : $"{ready} of {pool.Bots.Count} storage bots ready";
        if (!each)
        {
            return all;
        }

        IEnumerable<string> lines = pool.Bots.OrderByDescending(bot => bot.State).Take(MostBots).Select(bot => Line(bot, pool.At));
        string more = pool.Bots.Count > MostBots ? $"\nand {pool.Bots.Count - MostBots} more" : string.Empty;
        return $"{all}\n{string.Join('\n', lines)}{more}";
    }

    private static string Line(BotStatus bot, DateTimeOffset now)
    {
        string figures = bot.Calls == 0
            ? "nothing sent yet"
            : $"{Amount.Bytes(bot.Bytes)} in {bot.Calls} {(bot.Calls == 1 ? "message" : "messages")}{Pace(bot)}{Waits(bot)}";
        return $"Bot {bot.BotId} in {bot.Chat}: {Standing(bot, now - bot.Since)} · {figures}";
    }

    private static string Standing(BotStatus bot, TimeSpan lasted) => bot.State switch
    {
        BotState.Ready => "ready",
        BotState.Throttled => "told to wait",
        BotState.Resting => $"no answer for {Amount.Duration(lasted)}: {bot.LastError}",
        BotState.Out => $"out for {Amount.Duration(lasted)}: {bot.LastError}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Pace(BotStatus bot) =>
        bot.Latency is { } latency ? FormattableString.Invariant($", {latency.TotalSeconds:0.0} s each") : string.Empty;

    private static string Waits(BotStatus bot) =>
        bot.Throttles == 0 ? string.Empty : $", told to wait {bot.Throttles}× ({Amount.Duration(bot.Waited)})";
}
