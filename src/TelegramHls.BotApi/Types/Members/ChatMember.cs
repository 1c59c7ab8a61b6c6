namespace Telegram.Bot.Types;

/// <summary>A person or bot and the standing in a chat.</summary>
[JsonConverter(typeof(ChatMemberConverter))]
public abstract class ChatMember
{
    /// <summary>Standing.</summary>
    public abstract ChatMemberStatus Status { get; }

    /// <summary>Who.</summary>
    public User User { get; set; } = default!;

    /// <summary>Owner or administrator.</summary>
    [JsonIgnore]
    public bool IsAdmin => Status is ChatMemberStatus.Administrator or ChatMemberStatus.Creator;

    /// <summary>In the chat now.</summary>
    [JsonIgnore]
    public bool IsInChat => this switch
    {
        ChatMemberLeft or ChatMemberBanned => false,
        ChatMemberRestricted restricted => restricted.IsMember,
        _ => true,
    };
}
