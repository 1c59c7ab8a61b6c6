namespace Telegram.Bot.Types;

/// <summary>Banned.</summary>
public class ChatMemberBanned : ChatMember
{
    /// <summary>Kicked.</summary>
    public override ChatMemberStatus Status => ChatMemberStatus.Kicked;

    /// <summary>When the ban ends, UTC; null or the default date: never.</summary>
    public DateTime? UntilDate { get; set; }
}
