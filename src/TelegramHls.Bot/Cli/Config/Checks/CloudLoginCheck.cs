using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>
/// With a server of one's own no bot may stay logged in at the cloud: updates would get lost. The cloud is asked only on
/// demand, since a server logs a bot in that it does not know when it is asked anything about it.
/// </summary>
internal sealed class CloudLoginCheck(Setup setup, CheckOptions options, IBotInspector inspector) : ICheck
{
    private const string Subject = "login at the cloud";
    private const string LogOut = $"TOKEN=...; curl {TelegramOptions.CloudUrl}/bot$TOKEN/logOut";

    public bool IsOnline => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (setup.IsCloud)
        {
            return [];
        }

        if (!options.AskCloud)
        {
            return
            [
                Finding.Skipped(
                    Subject,
                    "not asked, since asking would log a bot in there again. A bot that ever ran on the cloud server has to be logged "
                    + $"out there once: {LogOut} (its own token in place of the dots). --ask-cloud asks."),
            ];
        }

        var findings = new List<Finding>();
        foreach (ConfiguredBot bot in setup.Reachable.DistinctBy(bot => bot.Token))
        {
            Inquiry<BotIdentity> answer = await inspector.IdentifyAtCloudAsync(bot.Token!, cancellationToken);
            findings.Add(answer.Match(
                answered => Finding.Error(
                    bot.TokenKey,
                    $"@{answered.Value.Username} is logged in at the cloud server as well, so updates get lost",
                    $"log it out there once: {LogOut} (its own token in place of the dots)"),
                _ => Finding.Ok(bot.TokenKey, "is not logged in at the cloud server"),
                silent => Finding.Skipped(bot.TokenKey, $"the cloud server could not be asked: {silent.Reason}")));
        }

        return findings;
    }
}
