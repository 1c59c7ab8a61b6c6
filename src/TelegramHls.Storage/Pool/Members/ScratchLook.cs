using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>Lets a member look at a message, by way of the scratch chat and within its budget.</summary>
internal sealed class ScratchLook(
    MessageForwarder forwarder, ChatBudgets budgets, IOptions<StorageOptions> options, TimeProvider time)
{
    private long? _scratch;

    /// <summary>What the member sees at that place.</summary>
    public async Task<Glimpse> LookAsync(
        PoolMember member, long chatId, int messageId, CancellationToken cancellationToken)
    {
        long scratch;
        try
        {
            scratch = await ScratchOfAsync(member, cancellationToken);
        }
        catch (RequestException exception)
        {
            return new Glimpse(Exists: false, null, null, SendAnswers.ToOutcome(exception, time.GetUtcNow()));
        }

        await budgets.Of(scratch).TakeAsync(cancellationToken);
        return await forwarder.LookAsync(member.Bot, chatId, messageId, scratch, cancellationToken);
    }

    private async ValueTask<long> ScratchOfAsync(PoolMember member, CancellationToken cancellationToken)
    {
        if (options.Value.ScratchChatId is not { Length: > 0 } configured)
        {
            return await member.ChatIdAsync(cancellationToken);
        }

        if (_scratch is null)
        {
            ChatId name = long.TryParse(configured, out long number) ? number : configured;
            _scratch = name.Identifier ?? (await member.Bot.Client.GetChat(name, cancellationToken)).Id;
        }

        return _scratch.Value;
    }
}
