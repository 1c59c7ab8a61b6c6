namespace Telegram.Bot.Polling;

/// <summary>
/// The loop of long polling. The offset moves on before a handler runs, but only in memory: the server learns it with
/// the next poll, which waits for all handlers of the batch.
/// </summary>
internal sealed class UpdatePoll(ITelegramBotClient bot, IUpdateHandler handler, ReceiverOptions options)
{
    /// <summary>Longest poll that a server grants.</summary>
    private const int LongestPollSeconds = 50;

    private int _offset = options.Offset ?? 0;

    public async Task Run(CancellationToken cancellationToken)
    {
        try
        {
            if (options.DropPendingUpdates)
                await SkipWhatWaits(cancellationToken);
            while (await Poll(cancellationToken) is { } updates)
                await HandleAll(updates, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop: what was not confirmed comes again.
        }
    }

    private async Task SkipWhatWaits(CancellationToken cancellationToken)
    {
        Update[] last = await bot.GetUpdates(-1, 1, 0, [], cancellationToken);
        _offset = last.Length == 0 ? 0 : last[^1].Id + 1;
    }

    /// <summary>The next updates; none after a fault, null when the caller or the client was told to stop.</summary>
    private async Task<Update[]?> Poll(CancellationToken cancellationToken)
    {
        TimeSpan wait = bot.Timeout;
        var request = new GetUpdatesRequest
        {
            Offset = _offset,
            Limit = options.Limit ?? 100,
            Timeout = wait == Timeout.InfiniteTimeSpan ? LongestPollSeconds : (int)wait.TotalSeconds,
            AllowedUpdates = options.AllowedUpdates,
        };
        try
        {
            return await bot.SendRequest(request, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception fault)
        {
            await handler.HandleErrorAsync(bot, fault, HandleErrorSource.PollingError, cancellationToken);
            return [];
        }
    }

    private async Task HandleAll(Update[] updates, CancellationToken cancellationToken)
    {
        foreach (Update update in updates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _offset = update.Id + 1;
            try
            {
                await handler.HandleUpdateAsync(bot, update, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                await handler.HandleErrorAsync(bot, fault, HandleErrorSource.HandleUpdateError, cancellationToken);
            }
        }
    }
}
