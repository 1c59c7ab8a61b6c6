using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Config.Checks.Chats;

/// <summary>Whether what each bot stores can reach as many channels as <c>Storage:Replicas</c> says.</summary>
internal sealed class ReplicasCheck(Setup setup, IBotInspector inspector) : ICheck
{
    private const string Key = "Storage:Replicas";

    public bool IsOnline => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(setup.Configuration[Key], out int wanted) || wanted < 2)
        {
            return [];
        }

        ConfiguredBot[] bots = [.. setup.Storing.Where(bot => bot.HasTokenShape && bot.HasChatShape)];
        string[] channels = [.. bots.Select(bot => bot.ChatId!).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (channels.Length < wanted)
        {
            return
            [
                Finding.Error(
                    Key,
                    $"{wanted} replicas need {wanted} different channels; the storage bots have {channels.Length}",
                    "give the storage bots more channels, or lower it"),
            ];
        }

        Finding[] lacking = [.. (await Task.WhenAll(bots.Select(bot => AskAsync(bot, channels, wanted, cancellationToken)))).OfType<Finding>()];
        return lacking.Length > 0 ? lacking : [Finding.Ok(Key, $"each part can stand in {wanted} of {channels.Length} channels")];
    }

    /// <summary>What the bot lacks: the way of a replica is its owner's, by its own id. Null when it lacks nothing.</summary>
    private async Task<Finding?> AskAsync(ConfiguredBot bot, string[] channels, int wanted, CancellationToken cancellationToken)
    {
        List<string> closed = [];
        foreach (string channel in channels)
        {
            Inquiry<ChatStanding> answer = await inspector.StandAsync(bot.Token!, channel, cancellationToken);
            if (!answer.Match(answered => answered.Value.CanPost, _ => false, _ => false))
            {
                closed.Add(channel);
            }
        }

        int open = channels.Length - closed.Count;
        return open >= wanted
            ? null
            : Finding.Error(
                Key,
                $"bot {bot.Number} may post in {open} of the {wanted} channels that each part is to stand in",
                $"make it an administrator who may post in {string.Join(" or ", closed)}");
    }
}
