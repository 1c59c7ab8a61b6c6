using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramHls.Bot.Conversation.Commands;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Commands;

namespace TelegramHls.Bot.Conversation.Inbox;

/// <summary>
/// Reads updates and writes each message into the inbox before the next poll tells Telegram to forget it.
/// The offset moves in memory only after the write was committed, so a crash or a fault here loses nothing.
/// </summary>
internal sealed class InboxPoller(
    ControlBot bot,
    InboxCommands inbox,
    InboxWorker worker,
    Strangers strangers,
    ButtonTaps taps,
    CommandMenu menu,
    FaultPoints faults,
    TimeProvider clock,
    ILogger<InboxPoller> logger) : SupervisedLoop(clock, logger)
{
    private const int PollSeconds = 30;
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(PollSeconds + 20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly UpdateType[] Wanted = [UpdateType.Message, UpdateType.CallbackQuery];

    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;
    private int? _offset;
    private int _failures;
    private bool _greeted;

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await GreetOnceAsync(stoppingToken);
                await PollAsync(stoppingToken);
            }
            catch (RequestException fault)
            {
                await RestAsync(fault, stoppingToken);
            }
        }
    }

    private async Task GreetOnceAsync(CancellationToken cancellationToken)
    {
        if (!_greeted)
        {
            User me = await bot.WhoAmIAsync(cancellationToken);
            await PublishMenuAsync(cancellationToken);
            Log.Polling(_logger, me.Username);
            _greeted = true;
        }
    }

    /// <summary>A menu is a convenience: films come through without it.</summary>
    private async Task PublishMenuAsync(CancellationToken cancellationToken)
    {
        try
        {
            await menu.PublishAsync(cancellationToken);
        }
        catch (ApiRequestException refusal) when (refusal.Parameters?.RetryAfter is null)
        {
            Log.MenuRefused(_logger, refusal.Message);
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        Update[] updates = await GetUpdatesAsync(cancellationToken);
        bot.Polled(_clock.GetUtcNow());
        _failures = 0;
        foreach (Update update in updates)
        {
            await TakeAsync(update, cancellationToken);
            _offset = update.Id + 1;
        }
    }

    /// <summary>A connection that died without a word would otherwise be waited for endlessly.</summary>
    private async Task<Update[]> GetUpdatesAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestPoll, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // After a fault the first poll does not wait: only its answer shows that Telegram is back.
            int seconds = bot.Trouble is null ? PollSeconds : 0;
            return await bot.Client.GetUpdates(_offset, limit: 100, timeout: seconds, Wanted, both.Token);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested)
        {
            throw new RequestException("The poll was not answered.", late);
        }
    }

    private async Task TakeAsync(Update update, CancellationToken cancellationToken)
    {
        if (update.CallbackQuery is { } tap)
        {
            await taps.HandleAsync(tap, cancellationToken);
            return;
        }

        if (update.Message is not { From: { } sender } message
            || !await strangers.LetInAsync(message, sender, cancellationToken))
        {
            return;
        }

        faults.Reach("inbox.write.before");
        string json = JsonSerializer.Serialize(message, JsonBotAPI.Options);
        await inbox.TryAddAsync(
            bot.Client.BotId, message.Chat.Id, message.Id, "message", json, cancellationToken);
        faults.Reach("inbox.write.after");
        worker.Wake();
    }

    /// <summary>Telegram's own pause where it names one, else a growing one.</summary>
    private async Task RestAsync(RequestException fault, CancellationToken cancellationToken)
    {
        int? asked = (fault as ApiRequestException)?.Parameters?.RetryAfter;
        TimeSpan pause = asked is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, _failures++)));
        if (fault is ApiRequestException { ErrorCode: 409 } conflict && conflict.Message.Contains("webhook is active", StringComparison.Ordinal))
        {
            await bot.Client.DeleteWebhook(cancellationToken: cancellationToken);
        }

        bot.PollFailed(fault.Message);
        Log.PollingFailed(_logger, fault.Message, pause.TotalSeconds);
        await Task.Delay(pause, _clock, cancellationToken);
    }
}
