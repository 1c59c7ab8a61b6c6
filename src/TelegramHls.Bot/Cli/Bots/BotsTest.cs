using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary>Asks about every bot; changes nothing.</summary>
internal sealed class BotsTest(Setup setup, IBotInspector inspector)
{
    /// <summary>Findings on each bot's token and channel, the control bot first.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (ConfiguredBot bot in setup.Bots)
        {
            Finding token = await AskTokenAsync(bot, cancellationToken);
            findings.Add(token);
            if (token.Level == FindingLevel.Ok && setup.Storing.Contains(bot))
            {
                findings.Add(await AskChatAsync(bot, cancellationToken));
            }
        }

        return [.. findings, .. Shared()];
    }

    private async Task<Finding> AskTokenAsync(ConfiguredBot bot, CancellationToken cancellationToken)
    {
        if (!bot.HasTokenShape)
        {
            return Finding.Error(bot.TokenKey, "is no token", "set it to the token that BotFather gave");
        }

        Inquiry<BotIdentity> answer = await inspector.IdentifyAsync(bot.Token!, cancellationToken);
        return TokenFinding.Of(bot, answer)
            ?? Finding.Error(bot.TokenKey, $"{setup.ApiUrl} does not answer", "see that the server runs, or set Telegram__ApiUrl");
    }

    private async Task<Finding> AskChatAsync(ConfiguredBot bot, CancellationToken cancellationToken) => bot.HasChatShape
        ? StandingFinding.Of(bot.ChatKey, await inspector.StandAsync(bot.Token!, bot.ChatId!, cancellationToken))
        : Finding.Error(bot.ChatKey, "names no channel", "set it to the channel's number (-100...) or @name");

    private IEnumerable<Finding> Shared() => setup.Storing
        .Where(bot => bot.HasChatShape)
        .GroupBy(bot => bot.ChatId, StringComparer.OrdinalIgnoreCase)
        .Where(chat => chat.Count() > 1)
        .Select(chat => Finding.Warning(
            $"channel {chat.Key}",
            $"{chat.Count()} bots share it; a channel takes about 20 messages a minute, however many bots send them",
            "give each bot a channel of its own"));
}
