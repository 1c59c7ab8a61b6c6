using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Config.Checks.Chats;

/// <summary>Each storage chat can be reached by its bot, which may post there.</summary>
internal sealed class ChatsCheck(Setup setup, IBotInspector inspector) : ICheck
{
    public bool IsOnline => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (ConfiguredBot bot in setup.Storing.Where(bot => bot.HasTokenShape && bot.HasChatShape))
        {
            findings.Add(StandingFinding.Of(bot.ChatKey, await inspector.StandAsync(bot.Token!, bot.ChatId!, cancellationToken)));
        }

        return setup.Configuration["Storage:ScratchChatId"] is { Length: > 1 } scratch
            ? [.. findings, .. await AskScratchAsync(scratch, cancellationToken)]
            : findings;
    }

    /// <summary>Every bot forwards there; those that are well are told of once.</summary>
    private async Task<IEnumerable<Finding>> AskScratchAsync(string scratch, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (ConfiguredBot bot in setup.Storing.Where(bot => bot.HasTokenShape).DistinctBy(bot => bot.Number))
        {
            Finding finding = StandingFinding.Of(
                "Storage:ScratchChatId", await inspector.StandAsync(bot.Token!, scratch, cancellationToken));
            findings.Add(finding.Level == FindingLevel.Ok ? finding : finding with { Text = $"bot {bot.Number}: {finding.Text}" });
        }

        return findings.Distinct();
    }
}
