using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Config;

/// <summary>What Telegram says of a token, in words.</summary>
internal static class TokenFinding
{
    /// <summary>Null when there was no answer: that is the server's matter, not the token's.</summary>
    public static Finding? Of(ConfiguredBot bot, Inquiry<BotIdentity> answer) => answer.Match<Finding?>(
        answered => Finding.Ok(bot.TokenKey, $"works: @{answered.Value.Username}"),
        refused => Finding.Error(bot.TokenKey, $"Telegram refuses the token of bot {bot.Number}: {refused.Reason}", Remedy(refused.Reason)),
        _ => null);

    private static string Remedy(string reason) =>
        reason.Contains("Logged out", StringComparison.OrdinalIgnoreCase)
            ? "this bot was logged out of the cloud server: set Telegram__ApiUrl to its local server, or wait ten minutes"
            : "ask BotFather for the bot's token (/mybots, API Token) and set it";
}
