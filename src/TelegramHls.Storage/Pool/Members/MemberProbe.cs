using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>Asks Telegram by calls that cost nothing whether a member could send.</summary>
internal sealed class MemberProbe(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Why the member cannot send; null when it can.</summary>
    public async Task<StoreOutcome?> LookAsync(PoolMember member, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await member.Bot.Client.GetMe(either.Token);
            ChatFullInfo chat = await member.Bot.Client.GetChat(member.ChatName, either.Token);
            ChatMember self = await member.Bot.Client.GetChatMember(chat.Id, member.Bot.BotId, either.Token);
            return MayPost(self, chat.Type)
                ? null
                : new StoreOutcome.Rejected("The bot may not post in its channel.", RejectionFault.Chat);
        }
        catch (RequestException exception)
        {
            return SendAnswers.ToOutcome(exception, time.GetUtcNow());
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new StoreOutcome.Unknown($"No answer in {Patience.TotalSeconds} s.");
        }
    }

    private static bool MayPost(ChatMember self, ChatType type) => self switch
    {
        // Outside of channels an administrator may always write, and the right is not told.
        ChatMemberAdministrator administrator => type != ChatType.Channel || administrator.CanPostMessages,
        ChatMemberOwner or ChatMemberMember => true,
        _ => false,
    };
}
