using System.Security.Cryptography;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.Core.Outcomes;

namespace TelegramHls.Storage.Transport.Probing;

/// <summary>Sends a document of random bytes to a channel, reads it back through the same bot and deletes it, whatever happens between.</summary>
public sealed class RoundTripProbe
{
    /// <summary>Length of the document: 1 MB.</summary>
    public const int Size = 1_000_000;

    // Others post there too: a message whose answer was lost lies close below the next one, but not always right below it.
    private const int LookBack = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly BotConnections _connections;
    private readonly MessageForwarder _forwarder;
    private readonly MessageEraser _eraser;
    private readonly TimeProvider _time;

    internal RoundTripProbe(
        BotConnections connections, MessageForwarder forwarder, MessageEraser eraser, TimeProvider time) =>
        (_connections, _forwarder, _eraser, _time) = (connections, forwarder, eraser, time);

    /// <summary>Goes there and back once.</summary>
    /// <param name="token">The bot's token.</param>
    /// <param name="chatId">A channel in which it may post.</param>
    /// <param name="cancellationToken">Ends it early; what was sent is deleted all the same.</param>
    public async Task<RoundTrip> GoAsync(string token, long chatId, CancellationToken cancellationToken)
    {
        BotConnection bot = _connections.Open(token);
        byte[] bytes = RandomNumberGenerator.GetBytes(Size);
        var trip = new RoundTrip(Size, null, null, null, null, null);
        (_, TimeSpan? latency, StoreOutcome? silence) = await TimeAsync(bot.QuickClient.GetMe, cancellationToken);
        if (silence is not null)
        {
            return trip with { Trouble = Words(silence) };
        }

        List<int> standing = [];
        string? left = null;
        try
        {
            // Not cancelled: only what was answered can be deleted.
            trip = await ThereAsync(bot, chatId, bytes, standing) is var (sent, there) && sent is not null
                ? await BackAsync(bot, sent, bytes, there with { Latency = latency }, cancellationToken)
                : there with { Latency = latency };
        }
        finally
        {
            left = await DeleteAsync(bot, chatId, standing);
        }

        return trip with { Left = left ?? trip.Left };
    }

    private static string Words(StoreOutcome outcome) => outcome.Match(
        _ => throw new System.Diagnostics.UnreachableException(),
        throttled => $"Telegram tells it to wait until {throttled.Until:u}",
        rejected => rejected.Reason,
        unknown => unknown.Reason);

    private async Task<(Message? Sent, RoundTrip Trip)> ThereAsync(
        BotConnection bot, long chatId, byte[] bytes, List<int> standing)
    {
        string name = $"telegramhls-test-{Convert.ToHexStringLower(bytes.AsSpan(0, 8))}.bin";
        var trip = new RoundTrip(bytes.Length, null, null, null, null, null);
        (Message? sent, TimeSpan? took, StoreOutcome? failure) = await SendAsync(bot, chatId, bytes, name);
        bool isLost = failure is StoreOutcome.Unknown;
        if (isLost)
        {
            // It may stand there. The next message tells where to look for it.
            (sent, took, failure) = await SendAsync(bot, chatId, bytes, name);
        }

        if (sent is null)
        {
            return (null, trip with
            {
                Trouble = $"it cannot be sent: {Words(failure!)}",
                Left = isLost ? $"no answer came: {name} may stand there" : null,
            });
        }

        standing.Add(sent.Id);
        standing.AddRange(isLost ? await LostAsync(bot, chatId, sent.Id, name) : []);
        return (sent, trip with { Upload = took });
    }

    private Task<(Message? Sent, TimeSpan? Took, StoreOutcome? Failure)> SendAsync(
        BotConnection bot, long chatId, byte[] bytes, string name) =>
        TimeAsync(
            async limited =>
            {
                using var content = new MemoryStream(bytes);
                return await bot.Client.SendDocument(
                    chatId,
                    InputFile.FromStream(content, name),
                    disableContentTypeDetection: true,
                    disableNotification: true,
                    cancellationToken: limited);
            },
            CancellationToken.None);

    private async Task<int[]> LostAsync(BotConnection bot, long chatId, int below, string name)
    {
        for (int message = below - 1; message > Math.Max(0, below - LookBack); message--)
        {
            Glimpse glimpse = await _forwarder.LookAsync(bot, chatId, message, chatId, CancellationToken.None);
            if (glimpse.Name == name)
            {
                return [message];
            }
        }

        return [];
    }

    private async Task<RoundTrip> BackAsync(
        BotConnection bot, Message sent, byte[] bytes, RoundTrip trip, CancellationToken cancellationToken)
    {
        string fileId = MessageFile.Of(sent)?.FileId ?? string.Empty;
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            long began = _time.GetTimestamp();
            byte[] hash;
            await using (OpenedFile file = await FileSource.OpenAsync(bot, fileId, 0, either.Token))
            {
                hash = await SHA256.HashDataAsync(file.Bytes, either.Token);
            }

            trip = trip with { Download = _time.GetElapsedTime(began) };
            return hash.AsSpan().SequenceEqual(SHA256.HashData(bytes))
                ? trip
                : trip with { Trouble = "other bytes came back than were sent" };
        }
        catch (Exception exception) when (exception is FileSourceException or IOException)
        {
            return trip with { Trouble = $"it was sent, but cannot be read back: {exception.Message}" };
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return trip with { Trouble = $"it was sent, but did not come back in {Patience.TotalSeconds} s" };
        }
    }

    private async Task<string?> DeleteAsync(BotConnection bot, long chatId, List<int> messages)
    {
        if (messages.Count == 0)
        {
            return null;
        }

        StoreOutcome? failure = await _eraser.DeleteAsync(bot, chatId, messages, CancellationToken.None);
        return failure is null ? null : $"message {string.Join(", ", messages)} cannot be deleted: {Words(failure)}";
    }

    private async Task<(T? Answer, TimeSpan? Took, StoreOutcome? Failure)> TimeAsync<T>(
        Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            long began = _time.GetTimestamp();
            T answer = await call(either.Token);
            return (answer, _time.GetElapsedTime(began), null);
        }
        catch (RequestException exception)
        {
            return (default, null, SendAnswers.ToOutcome(exception, _time.GetUtcNow()));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return (default, null, new StoreOutcome.Unknown($"no answer in {Patience.TotalSeconds} s"));
        }
    }
}
