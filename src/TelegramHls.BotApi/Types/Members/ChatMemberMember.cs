namespace Telegram.Bot.Types;

/// <summary>A plain member.</summary>
public class ChatMemberMember : ChatMember
{
    /// <summary>Member.</summary>
    public override ChatMemberStatus Status => ChatMemberStatus.Member;

    /// <summary>When the subscription ends, UTC.</summary>
    public DateTime? UntilDate { get; set; }
}
