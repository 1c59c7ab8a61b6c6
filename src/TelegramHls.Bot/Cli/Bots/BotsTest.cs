using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Wording;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary>Asks about every bot and sends 1 MB through each; leaves nothing behind.</summary>
internal sealed class BotsTest(Setup setup, IBotInspector inspector, RoundTripProbe probe)
{
    /// <summary>What each bot showed that may post in its channel.</summary>
    public List<BotTrip> Trips { get; } = [];

    /// <summary>How fast the pool can be; null when no bot could send anything.</summary>
    public PoolSpeed? Speed => PoolSpeed.Of(Trips, setup.MessagesPerMinute, setup.PartSize);

    private string Most => setup.MessagesPerMinute is > 0 and var most
        ? $"a channel takes {most} messages a minute, {Amount.Speed(most * (double)setup.PartSize / 60)}"
        : "a channel takes about 20 messages a minute";

    /// <summary>Findings on each bot's token and channel and on its round trip, the control bot first, then on the pool.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (ConfiguredBot bot in setup.Bots)
        {
            Finding token = await AskTokenAsync(bot, cancellationToken);
            findings.Add(token);
            if (token.Level == FindingLevel.Ok && setup.Storing.Contains(bot))
            {
                findings.AddRange(await AskChatAsync(bot, cancellationToken));
            }
        }

        findings.AddRange(Shared());
        return Speed is { } speed ? [.. findings, speed.Tell(setup.MessagesPerMinute, setup.PartSize)] : findings;
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

    private async Task<IReadOnlyList<Finding>> AskChatAsync(ConfiguredBot bot, CancellationToken cancellationToken)
    {
        if (!bot.HasChatShape)
        {
            return [Finding.Error(bot.ChatKey, "names no channel", "set it to the channel's number (-100...) or @name")];
        }

        Inquiry<ChatStanding> answer = await inspector.StandAsync(bot.Token!, bot.ChatId!, cancellationToken);
        Finding standing = StandingFinding.Of(bot.ChatKey, answer);
        return answer is Inquiry<ChatStanding>.Answered { Value: { CanPost: true } chat }
            ? [standing, .. await GoAsync(bot, chat.ChatId, cancellationToken)]
            : [standing];
    }

    private async Task<IEnumerable<Finding>> GoAsync(ConfiguredBot bot, long chat, CancellationToken cancellationToken)
    {
        RoundTrip trip = await probe.GoAsync(bot.Token!, chat, cancellationToken);
        Trips.Add(BotTrip.Of(bot.Number, chat, trip));
        return TripFinding.Of($"bot {bot.Number} in {chat}", trip);
    }

    private IEnumerable<Finding> Shared() => setup.Storing
        .Where(bot => bot.HasChatShape)
        .GroupBy(bot => bot.ChatId, StringComparer.OrdinalIgnoreCase)
        .Where(chat => chat.Count() > 1)
        .Select(chat => Finding.Warning(
            $"channel {chat.Key}",
            $"{chat.Count()} bots share it; {Most}, however many bots send them",
            "give each bot a channel of its own"));
}
