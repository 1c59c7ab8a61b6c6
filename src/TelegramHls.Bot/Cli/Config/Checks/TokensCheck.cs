using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>The Bot API server answers, and each token works there.</summary>
internal sealed class TokensCheck(Setup setup, IBotInspector inspector) : ICheck
{
    public bool IsOnline => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        string? silence = null;
        foreach (ConfiguredBot bot in setup.Reachable)
        {
            Inquiry<BotIdentity> answer = await inspector.IdentifyAsync(bot.Token!, cancellationToken);
            silence ??= (answer as Inquiry<BotIdentity>.Silent)?.Reason;
            if (TokenFinding.Of(bot, answer) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return
        [
            silence is null
                ? Finding.Ok("Telegram:ApiUrl", $"{setup.ApiUrl} answers")
                : Finding.Error(
                    "Telegram:ApiUrl",
                    $"{setup.ApiUrl} does not answer: {silence}",
                    "see that the server runs and that this machine reaches it, or set it to another"),
            .. findings,
        ];
    }
}
