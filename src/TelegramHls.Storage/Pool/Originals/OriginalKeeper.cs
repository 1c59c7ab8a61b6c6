using System.Buffers;
using Microsoft.Extensions.Logging;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Transport;
using TelegramHls.Storage.Transport.Originals;

namespace TelegramHls.Storage.Pool.Originals;

/// <summary>
/// Keeps what a person sent as a stored file of one part, whose document is sent by its file_id. It is read, counted, found after a
/// lost answer and deleted as every other part.
/// </summary>
public sealed class OriginalKeeper
{
    private const string Silence = "Telegram did not answer";
    private const int BufferSize = 256 * 1024;
    private const int Attempts = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly OriginalPlace _place;
    private readonly OriginalSender _sender;
    private readonly IPartLedger _ledger;
    private readonly ChatBudgets _budgets;
    private readonly ChatHeights _heights;
    private readonly TimeProvider _time;
    private readonly ILogger<OriginalKeeper> _logger;

    internal OriginalKeeper(
        OriginalPlace place,
        OriginalSender sender,
        IPartLedger ledger,
        ChatBudgets budgets,
        ChatHeights heights,
        TimeProvider time,
        ILogger<OriginalKeeper> logger) =>
        (_place, _sender, _ledger, _budgets, _heights, _time, _logger) = (place, sender, ledger, budgets, heights, time, logger);

    /// <summary>Keeps the original; may be repeated. Null when it is kept, else why not.</summary>
    /// <param name="file">The stored file that it becomes; named in the catalogue before.</param>
    /// <param name="video">The video.</param>
    /// <param name="source">What the person sent.</param>
    /// <param name="open">Opens its bytes, which are hashed so that what is read back can be checked.</param>
    /// <param name="cancellationToken">Ends the work; a send may have been carried out.</param>
    /// <exception cref="IOException">Its bytes cannot be read.</exception>
    public async Task<string?> KeepAsync(
        StoredFileId file,
        VideoId video,
        SourceMessage source,
        Func<CancellationToken, Task<Stream>> open,
        CancellationToken cancellationToken)
    {
        StoredFile known = await _ledger.OpenFileAsync(file, video, cancellationToken);
        if (known.IsComplete)
        {
            return null;
        }

        if (known.Parts is [var committed])
        {
            await _ledger.CompleteFileAsync(file, committed.Hashes.Sha256, cancellationToken);
            return null;
        }

        if ((_place.Chat ?? await _place.FindAsync(cancellationToken)) is not { } place)
        {
            return _place.Trouble ?? Silence;
        }

        (long length, PartHashes hashes) = await HashAsync(open, cancellationToken);
        return length is 0 or > int.MaxValue
            ? $"it has {length} bytes"
            : await StoreAsync(file, video, source, new StoredPart(0, 0, (int)length, hashes, []), place, cancellationToken);
    }

    private static async Task<(long Length, PartHashes Hashes)> HashAsync(
        Func<CancellationToken, Task<Stream>> open, CancellationToken cancellationToken)
    {
        await using Stream bytes = await open(cancellationToken);
        using var hasher = new PartHasher();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long length = 0;
            int read;
            while ((read = await bytes.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hasher.Append(buffer.AsSpan(0, read));
                length += read;
            }

            return (length, hasher.Finish());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<string?> StoreAsync(
        StoredFileId file, VideoId video, SourceMessage source, StoredPart part, ChatAddress place, CancellationToken cancellationToken)
    {
        BotConnection bot = _place.Bot;
        string name = PartName.Of(video, file, 0, part.Hashes.Sha256).ToString();
        (long chatId, StoreOutcome? trouble) = await place.ResolveAsync(bot, cancellationToken);
        for (int attempt = 0; trouble is null && attempt < Attempts; attempt++)
        {
            await _budgets.Of(chatId).TakeAsync(cancellationToken);
            (StoreOutcome outcome, long intent) = await SendAsync(
                bot, new SendIntent(file, 0, bot.BotId, chatId, name, _heights.Of(chatId)), source, cancellationToken);
            if (outcome is StoreOutcome.Stored stored)
            {
                // The message stands there: from here to its row nothing is cancelled any more.
                await _ledger.CommitPartAsync(file, intent, part with { Replicas = [stored.Replica] }, CancellationToken.None);
                await _ledger.CompleteFileAsync(file, part.Hashes.Sha256, CancellationToken.None);
                _logger.OriginalKept(bot.BotId, name, part.Length, chatId, stored.Replica.MessageId);
                return null;
            }

            trouble = attempt == Attempts - 1 ? outcome : await WaitAsync(outcome, cancellationToken);
        }

        return trouble!.Match(
            _ => string.Empty, throttled => $"Telegram asks to wait until {throttled.Until:O}", rejected => rejected.Reason, unknown => unknown.Reason);
    }

    /// <summary>One attempt between intent and outcome. The intent is left open only after <see cref="StoreOutcome.Stored"/>.</summary>
    private async Task<(StoreOutcome Outcome, long Intent)> SendAsync(
        BotConnection bot, SendIntent send, SourceMessage source, CancellationToken cancellationToken)
    {
        long intent = await _ledger.BeginSendAsync(send, cancellationToken);
        try
        {
            StoreOutcome outcome = await _sender.SendAsync(bot, send.ChatId, source, send.FileName, cancellationToken);
            await _ledger.SettleAsync(intent, outcome);
            return (outcome, intent);
        }
        catch (OperationCanceledException)
        {
            await _ledger.MarkSendUnknownAsync(intent, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Waits where another attempt makes sense; else returns the outcome.</summary>
    private async Task<StoreOutcome?> WaitAsync(StoreOutcome outcome, CancellationToken cancellationToken)
    {
        TimeSpan? wait = outcome.Match<TimeSpan?>(
            _ => null,
            throttled => throttled.Until - _time.GetUtcNow(),
            rejected => rejected.Fault == RejectionFault.Server ? Pause : null,
            _ => Pause);
        if (wait is not { } pause || pause > LongestWait)
        {
            return outcome;
        }

        await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, _time, cancellationToken);
        return null;
    }
}
