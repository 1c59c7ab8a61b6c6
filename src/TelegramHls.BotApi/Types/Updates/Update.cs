namespace Telegram.Bot.Types;

/// <summary>Something that happened; one of the fields beside the id is there.</summary>
public class Update
{
    /// <summary>Rises by one from update to update.</summary>
    [JsonPropertyName("update_id")]
    public int Id { get; set; }

    /// <summary>A new message.</summary>
    public Message? Message { get; set; }

    /// <summary>An edited message.</summary>
    public Message? EditedMessage { get; set; }

    /// <summary>A new channel post.</summary>
    public Message? ChannelPost { get; set; }

    /// <summary>An edited channel post.</summary>
    public Message? EditedChannelPost { get; set; }

    /// <summary>A message of a connected business account.</summary>
    public Message? BusinessMessage { get; set; }

    /// <summary>An edited message of a connected business account.</summary>
    public Message? EditedBusinessMessage { get; set; }

    /// <summary>An inline query.</summary>
    public InlineQuery? InlineQuery { get; set; }

    /// <summary>An inline result that was chosen.</summary>
    public ChosenInlineResult? ChosenInlineResult { get; set; }

    /// <summary>A tap on an inline button.</summary>
    public CallbackQuery? CallbackQuery { get; set; }

    /// <summary>The bot's own membership changed.</summary>
    public ChatMemberUpdated? MyChatMember { get; set; }

    /// <summary>A member's status changed.</summary>
    public ChatMemberUpdated? ChatMember { get; set; }

    /// <summary>Kind, by the field that is there.</summary>
    [JsonIgnore]
    public UpdateType Type => this switch
    {
        { Message: not null } => UpdateType.Message,
        { EditedMessage: not null } => UpdateType.EditedMessage,
        { ChannelPost: not null } => UpdateType.ChannelPost,
        { EditedChannelPost: not null } => UpdateType.EditedChannelPost,
        { BusinessMessage: not null } => UpdateType.BusinessMessage,
        { EditedBusinessMessage: not null } => UpdateType.EditedBusinessMessage,
        { InlineQuery: not null } => UpdateType.InlineQuery,
        { ChosenInlineResult: not null } => UpdateType.ChosenInlineResult,
        { CallbackQuery: not null } => UpdateType.CallbackQuery,
        { MyChatMember: not null } => UpdateType.MyChatMember,
        { ChatMember: not null } => UpdateType.ChatMember,
        _ => UpdateType.Unknown,
    };
}
