using TelegramHls.Jobs.Recurring;
using TelegramHls.Storage.Pool.Originals;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Health;

/// <summary>
/// Asks whether each storage bot can write to its channel, and where originals can be kept: at the start, since without that every bot
/// would count as well, and from time to time.
/// </summary>
internal sealed class PoolWatch(IPoolStatus pool, OriginalPlace originals) : IRecurringJob
{
    public string Name => "bot-health";

    public string Title => "Ask the storage bots";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public bool RunsAtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await pool.CheckAsync(cancellationToken);
        await originals.CheckAsync(cancellationToken);
        IReadOnlyList<BotStatus> bots = pool.Look().Bots;
        string[] outs = [.. bots.Where(bot => bot.State == BotState.Out).Select(bot => $"{bot.BotId} ({bot.LastError})")];
        return outs.Length == 0
            ? $"{bots.Count} of {bots.Count} storage bots can write."
            : $"{bots.Count - outs.Length} of {bots.Count} storage bots can write; out: {string.Join(", ", outs)}.";
    }
}
