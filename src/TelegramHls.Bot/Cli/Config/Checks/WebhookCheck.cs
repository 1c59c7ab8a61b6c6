using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>No webhook takes the control bot's messages away.</summary>
internal sealed class WebhookCheck(Setup setup, IBotInspector inspector) : ICheck
{
    public bool IsOnline => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        ConfiguredBot control = setup.Bots[0];
        if (!control.HasTokenShape)
        {
            return [];
        }

        Inquiry<string?> answer = await inspector.WebhookAsync(control.Token!, cancellationToken);
        return answer.Match<IReadOnlyList<Finding>>(
            answered =>
            [
                answered.Value is null
                    ? Finding.Ok(control.Section, "has no webhook, so its messages can be read")
                    : Finding.Warning(
                        control.Section,
                        $"its messages go to a webhook at {answered.Value}",
                        "if another program still needs them, use another bot; this program removes the webhook when it starts"),
            ],
            _ => [],
            _ => []);
    }
}
