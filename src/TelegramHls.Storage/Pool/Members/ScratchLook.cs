using Microsoft.Extensions.Options;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>
/// Lets a member look at a message, by way of the scratch chat and within its budget. A forward is a send: an intent is
/// written down before it, so that one that is left behind is found and deleted.
/// </summary>
internal sealed class ScratchLook
{
    /// <summary>In an intent, in the place of a file name: what was sent is a forward of another post.</summary>
    public const string ForwardName = "forward";

    private readonly MessageForwarder _forwarder;
    private readonly IPartLedger _ledger;
    private readonly ISendLedger _sends;
    private readonly ChatBudgets _budgets;
    private readonly ChatHeights _heights;
    private readonly TimeProvider _time;
    private readonly ChatAddress? _scratch;

    public ScratchLook(
        MessageForwarder forwarder,
        IPartLedger ledger,
        ISendLedger sends,
        ChatBudgets budgets,
        ChatHeights heights,
        IOptions<StorageOptions> options,
        TimeProvider time)
    {
        (_forwarder, _ledger, _sends, _budgets, _heights, _time) = (forwarder, ledger, sends, budgets, heights, time);
        _scratch = options.Value.ScratchChatId is { Length: > 0 } chat ? new ChatAddress(chat, time) : null;
    }

    /// <summary>Where the member forwards to.</summary>
    public ChatAddress ChatOf(PoolMember member) => _scratch ?? member.Chat;

    /// <summary>When the member may look at something that can wait, as far as is known.</summary>
    public DateTimeOffset SpareAt(PoolMember member) =>
        ChatOf(member).Known is { } chat ? _budgets.Of(chat).SpareAt : DateTimeOffset.MinValue;

    /// <summary>What the member sees at that place, for somebody who waits.</summary>
    public Task<Glimpse> LookAsync(
        PoolMember member, long chatId, int messageId, StoredFileId file, int part, CancellationToken cancellationToken) =>
        LookAsync(member, chatId, messageId, file, part, isUrgent: true, cancellationToken);

    /// <summary>What the member sees at that place.</summary>
    /// <param name="member">Who looks.</param>
    /// <param name="chatId">The channel of the message.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="file">The stored file for whose sake it is done.</param>
    /// <param name="part">The index of the part.</param>
    /// <param name="isUrgent">False takes only what the scratch chat has to spare.</param>
    /// <param name="cancellationToken">Ends the waiting; the forward may have been made.</param>
    public async Task<Glimpse> LookAsync(
        PoolMember member,
        long chatId,
        int messageId,
        StoredFileId file,
        int part,
        bool isUrgent,
        CancellationToken cancellationToken)
    {
        (long scratch, StoreOutcome? trouble) = await ChatOf(member).ResolveAsync(member.Bot, cancellationToken);
        if (trouble is not null)
        {
            return Glimpse.Nothing(trouble);
        }

        ChatBudget budget = _budgets.Of(scratch);
        await (isUrgent ? budget.TakeAsync(cancellationToken) : budget.TakeSpareAsync(cancellationToken));
        long intent = await _ledger.BeginSendAsync(
            new SendIntent(file, part, member.Bot.BotId, scratch, ForwardName, _heights.Of(scratch)), cancellationToken);
        Glimpse glimpse;
        try
        {
            glimpse = await _forwarder.LookAsync(member.Bot, chatId, messageId, scratch, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await _ledger.MarkSendUnknownAsync(intent, CancellationToken.None);
            throw;
        }

        if (glimpse.Forward is { } forward)
        {
            _heights.Note(forward.ChatId, forward.MessageId);
        }

        await SettleAsync(intent, member, glimpse);
        return glimpse;
    }

    // Not cancelled: what is known of a forward must not be forgotten.
    private Task SettleAsync(long intent, PoolMember member, Glimpse glimpse) => glimpse switch
    {
        { Failure: StoreOutcome.Unknown } => _ledger.MarkSendUnknownAsync(intent, CancellationToken.None),
        { IsDeleted: false, Forward: { } left } => _sends.ResolveSendAsync(
            intent,
            new Orphan(left.ChatId, left.MessageId, member.Bot.BotId, _time.GetUtcNow()),
            CancellationToken.None),
        _ => _ledger.AbandonSendAsync(intent, CancellationToken.None),
    };
}
