namespace Telegram.Bot.Types;

/// <summary>Not a member, but free to come.</summary>
public class ChatMemberLeft : ChatMember
{
    /// <summary>Left.</summary>
    public override ChatMemberStatus Status => ChatMemberStatus.Left;
}
