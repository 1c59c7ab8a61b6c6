using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary>What <c>bots list</c> asks for.</summary>
/// <param name="Ask">Telegram is asked first: nobody has tried the bots yet.</param>
internal sealed record BotsListOrder(bool Ask);

/// <summary>How the storage bots fare.</summary>
/// <param name="Bots">In the order of the settings.</param>
/// <param name="StoppedSince">Since when films wait for storage; null while none does.</param>
internal sealed record ListedBots(IReadOnlyList<BotStatus> Bots, DateTimeOffset? StoppedSince);

/// <summary>Lists the storage bots.</summary>
internal sealed class BotsListErrand(IPoolStatus pool) : Errand<BotsListOrder, ListedBots>
{
    public const string ErrandName = "bots list";

    public override string Name => ErrandName;

    protected override async Task<ListedBots> DoAsync(BotsListOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        if (order.Ask)
        {
            await pool.CheckAsync(cancellationToken);
        }

        PoolSnapshot now = pool.Look();
        return new ListedBots(now.Bots, now.StoppedSince);
    }
}
