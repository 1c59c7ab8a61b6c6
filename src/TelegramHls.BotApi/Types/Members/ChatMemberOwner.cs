namespace Telegram.Bot.Types;

/// <summary>The owner: may do everything.</summary>
public class ChatMemberOwner : ChatMember
{
    /// <summary>Creator.</summary>
    public override ChatMemberStatus Status => ChatMemberStatus.Creator;

    /// <summary>Writes as the chat.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>Title beside the name.</summary>
    public string? CustomTitle { get; set; }
}
