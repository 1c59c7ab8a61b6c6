using TelegramHls.Bot.Wording;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Conversation.Notices;

/// <summary>A storage bot is out.</summary>
internal sealed class BotTrouble(IPoolStatus pool) : ITroubleSource
{
    public Task<IReadOnlyList<Trouble>> LookAsync(CancellationToken cancellationToken)
    {
        PoolSnapshot now = pool.Look();
        int well = now.Bots.Count(bot => bot.State != BotState.Out);
        string others = well == 0
            ? "No other bot can write: films wait, and nothing is lost."
            : $"{Amount.Of(well, "other bot")} {(well == 1 ? "goes" : "go")} on; nothing is lost.";
        return Task.FromResult<IReadOnlyList<Trouble>>(
        [
            .. now.Bots.Where(bot => bot.State == BotState.Out).Select(bot => new Trouble(
                $"bot.{bot.BotId}",
                $"Storage bot {bot.BotId} is out\nChannel {bot.Chat}: {bot.LastError}. {others}\nOn the server, telegramhls bots test says what to fix.",
                $"Storage bot {bot.BotId} can write again.",
                BadFor: TimeSpan.FromSeconds(30),
                WellFor: TimeSpan.FromMinutes(2))),
        ]);
    }
}
