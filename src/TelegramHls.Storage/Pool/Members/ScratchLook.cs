using Microsoft.Extensions.Options;
using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>Lets a member look at a message, by way of the scratch chat and within its budget.</summary>
internal sealed class ScratchLook
{
    private readonly MessageForwarder _forwarder;
    private readonly ChatBudgets _budgets;
    private readonly ChatAddress? _scratch;

    public ScratchLook(
        MessageForwarder forwarder, ChatBudgets budgets, IOptions<StorageOptions> options, TimeProvider time)
    {
        _forwarder = forwarder;
        _budgets = budgets;
        _scratch = options.Value.ScratchChatId is { Length: > 0 } chat ? new ChatAddress(chat, time) : null;
    }

    /// <summary>What the member sees at that place.</summary>
    public async Task<Glimpse> LookAsync(
        PoolMember member, long chatId, int messageId, CancellationToken cancellationToken)
    {
        ChatAddress address = _scratch ?? member.Chat;
        (long scratch, StoreOutcome? trouble) = await address.ResolveAsync(member.Bot, cancellationToken);
        if (trouble is not null)
        {
            return new Glimpse(Exists: false, null, null, null, trouble);
        }

        await _budgets.Of(scratch).TakeAsync(cancellationToken);
        return await _forwarder.LookAsync(member.Bot, chatId, messageId, scratch, cancellationToken);
    }
}
