using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>Tokens and chats look as Telegram makes them, before anybody is asked.</summary>
internal sealed class BotNamesCheck(Setup setup) : ICheck
{
    private const string Subject = "bots";
    private const string ChannelPrefix = "-100";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(
        [
            Finding.Ok(Subject, setup.IsSandbox
                ? "no token is set anywhere: sandbox mode, with bots of its own"
                : $"a control bot and {setup.Bots.Count - 1} storage bots are named"),
            .. setup.Bots.SelectMany(Judge),
        ]);

    private static IEnumerable<Finding> Judge(ConfiguredBot bot)
    {
        if (!string.IsNullOrEmpty(bot.Token) && !bot.HasTokenShape)
        {
            yield return Finding.Error(
                bot.TokenKey,
                "has not the shape of a token, which is a number, a colon and 35 letters",
                "copy it anew from BotFather, without quotes or spaces");
        }

        // A missing or unreadable chat is the options' own fault to tell.
        if (bot.HasChatShape && bot.ChatId![0] != '@' && !bot.ChatId.StartsWith(ChannelPrefix, StringComparison.Ordinal))
        {
            yield return Finding.Warning(
                bot.ChatKey,
                bot.ChatId[0] == '-' ? "is the number of a plain group" : "is the number of a person or a bot",
                "the number of a channel begins with -100; forward a post of it to a bot that shows numbers");
        }
    }
}
