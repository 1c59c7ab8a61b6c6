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

        if (setup.Configuration["Storage:ScratchChatId"] is { Length: > 1 } scratch
            && setup.Storing.FirstOrDefault(bot => bot.HasTokenShape) is { } asker)
        {
            findings.Add(StandingFinding.Of("Storage:ScratchChatId", await inspector.StandAsync(asker.Token!, scratch, cancellationToken)));
        }

        return findings;
    }
}
