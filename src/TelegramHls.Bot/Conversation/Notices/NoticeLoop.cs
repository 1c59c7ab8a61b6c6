using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;
using TelegramHls.Bot.Access;
using TelegramHls.Bot.Conversation.Progress;
using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Commands;

namespace TelegramHls.Bot.Conversation.Notices;

/// <summary>Tells the owner in the chat what is wrong, once, and once when it is over; what was told is kept over restarts.</summary>
internal sealed class NoticeLoop(
    IEnumerable<ITroubleSource> sources,
    SettingCommands settings,
    People people,
    ControlBot bot,
    ChatBudget budget,
    TimeProvider clock,
    ILogger<NoticeLoop> logger) : SupervisedLoop(clock, logger)
{
    private const string Setting = "notices.told";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(30);

    // The owner has never written to the bot, or blocked it.
    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromMinutes(30);

    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;
    private DateTimeOffset _notBefore;

    /// <summary>What was told so far.</summary>
    internal async Task<NoticeBook> OpenAsync(CancellationToken cancellationToken)
    {
        string? kept = await settings.FindAsync(Setting, cancellationToken);
        return new NoticeBook(_clock)
        {
            Told = kept is null ? [] : JsonSerializer.Deserialize<Dictionary<string, ToldTrouble>>(kept)!,
        };
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        NoticeBook book = await OpenAsync(stoppingToken);
        while (true)
        {
            await LookAsync(book, stoppingToken);
            await Task.Delay(BetweenLooks, _clock, stoppingToken);
        }
    }

    /// <summary>Looks once, and says what is due.</summary>
    internal async Task LookAsync(NoticeBook book, CancellationToken cancellationToken)
    {
        List<Trouble> now = [];
        foreach (ITroubleSource source in sources)
        {
            now.AddRange(await source.LookAsync(cancellationToken));
        }

        (IReadOnlyList<Trouble> bad, IReadOnlyList<string> well) = book.Look(now);
        if (bad.Count > 0 && await TrySayAsync("⚠️ ", bad.Select(trouble => trouble.Text), cancellationToken))
        {
            foreach (Trouble trouble in bad)
            {
                book.Tell(trouble);
            }

            await settings.SetAsync(Setting, JsonSerializer.Serialize(book.Told), cancellationToken);
        }

        if (well.Count > 0 && await TrySayAsync("✅ ", well.Select(key => book.Told[key].WellText!), cancellationToken))
        {
            foreach (string key in well)
            {
                book.TellWell(key);
            }

            await settings.SetAsync(Setting, JsonSerializer.Serialize(book.Told), cancellationToken);
        }
    }

    /// <summary>One message for all; false when it has to be said later, or there is nobody to say it to.</summary>
    private async Task<bool> TrySayAsync(string sign, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        if (await people.FindOwnerAsync(cancellationToken) is not { } owner
            || _clock.GetUtcNow() < _notBefore
            || budget.Wait(owner, ChatWrite.NewMessage) > TimeSpan.Zero)
        {
            return false;
        }

        try
        {
            await bot.Client.SendMessage(
                owner,
                sign + MessageContent.Escape(string.Join("\n\n", texts)),
                ParseMode.Html,
                linkPreviewOptions: new() { IsDisabled = true },
                cancellationToken: cancellationToken);
            budget.Wrote(owner, ChatWrite.NewMessage);
            ChatMetrics.Wrote(ChatWrite.NewMessage);
            return true;
        }
        catch (RequestException fault)
        {
            var refusal = fault as ApiRequestException;
            if (refusal?.Parameters?.RetryAfter is { } seconds)
            {
                ChatMetrics.Throttles.Add(1);
                budget.Block(owner, TimeSpan.FromSeconds(seconds));
            }

            _notBefore = _clock.GetUtcNow() + (refusal?.ErrorCode is 400 or 403 ? PauseAfterRefusal : PauseAfterFault);
            Log.NoticeDelayed(_logger, fault.Message);
            return false;
        }
    }
}
