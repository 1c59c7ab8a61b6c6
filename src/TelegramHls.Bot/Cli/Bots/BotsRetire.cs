using System.Globalization;
using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Wording;
using TelegramHls.Storage.Replicas;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary>Retires a bot and says in words how far that is.</summary>
internal sealed class BotsRetire(Setup setup, IBotInspector inspector, RetiredMarks marks, BotRetirement retirement)
{
    /// <summary>The figures; null when nothing was begun.</summary>
    public RetireReport? Report { get; private set; }

    public async Task<IReadOnlyList<Finding>> RunAsync(
        RetireOrder order, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        await marks.LoadAsync(cancellationToken);
        if (await NumberAsync(order.Bot, cancellationToken) is not { } bot)
        {
            return [Finding.Error(order.Bot, "no bot of the settings has that number or name", "telegramhls bots test lists them")];
        }

        if (order.Undo)
        {
            await marks.RemoveAsync(bot, cancellationToken);
            return [Finding.Ok($"bot {bot}", "gets parts again from the next start of the server on")];
        }

        if (setup.Storing.All(other => other.Number == Text(bot)))
        {
            return [Finding.Error($"bot {bot}", "is the only one that stores", "add another storage bot to the settings first")];
        }

        if (Named(bot) is not null)
        {
            await marks.AddAsync(bot, cancellationToken);
        }

        long? channel = order.GivesChannelUp ? await retirement.OwnChannelAsync(bot, cancellationToken) : null;
        if (order.GivesChannelUp && channel is null)
        {
            return
            [
                Finding.Error(
                    $"bot {bot}",
                    "its channel cannot be given up: other bots store there too, or it is not known",
                    "run it without --channel"),
            ];
        }

        Report = await retirement.RunAsync(bot, channel, progress, cancellationToken);
        return [.. Tell(bot, channel, Report)];
    }

    private static string Text(long bot) => bot.ToString(CultureInfo.InvariantCulture);

    private ConfiguredBot? Named(long bot) => setup.Storing.FirstOrDefault(other => other.Number == Text(bot));

    private IEnumerable<Finding> Tell(long bot, long? channel, RetireReport report)
    {
        yield return Finding.Ok($"bot {bot}", "gets no new parts");
        yield return report.WithoutId == 0
            ? Finding.Ok("parts", report.Parts == 0
                ? "other bots have ids of all its parts"
                : $"other bots have ids of all its parts; {report.Parts} of these were got now")
            : Finding.Error(
                "parts",
                $"{report.WithoutId} of {Amount.Of(report.Parts, "part")} without an id of another bot: {report.WhyNoId}",
                channel is null
                    ? $"do that and run it again; or give its channel up: telegramhls bots retire {bot} --channel"
                    : "do that and run it again");
        if (channel is { } chat)
        {
            yield return report.StillInChannel == 0
                ? Finding.Ok(
                    $"channel {chat}",
                    $"is not needed any more ({Amount.Of(report.InChannel, "part")} moved); delete it: "
                    + "what stands there does not go with its films any more")
                : Finding.Error(
                    $"channel {chat}",
                    $"{report.StillInChannel} of {Amount.Of(report.InChannel, "part")} cannot be moved: {report.WhyStillThere}",
                    "run it again; telegramhls bots test says what is wrong with the other bots");
        }

        if (report.IsDone)
        {
            ConfiguredBot? named = Named(bot);
            yield return Finding.Ok(
                "settings",
                named is null ? "do not name it" : $"{named.Section} can be removed"
                    + (channel is null ? "; keep its channel, another bot has to stay an administrator there" : string.Empty));
        }
    }

    /// <summary>A number is believed: the settings need not name the bot any more.</summary>
    private async Task<long?> NumberAsync(string text, CancellationToken cancellationToken)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return number;
        }

        foreach (ConfiguredBot bot in setup.Storing.Where(bot => bot.HasTokenShape))
        {
            Inquiry<BotIdentity> answer = await inspector.IdentifyAsync(bot.Token!, cancellationToken);
            if (answer is Inquiry<BotIdentity>.Answered { Value: { Username: { } name, Id: var id } }
                && string.Equals(name, text.TrimStart('@'), StringComparison.OrdinalIgnoreCase))
            {
                return id;
            }
        }

        return null;
    }
}
