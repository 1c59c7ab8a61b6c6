namespace Telegram.Bot.Types.Enums;

/// <summary>Kind of an update.</summary>
public enum UpdateType
{
    /// <summary>A kind from a newer server.</summary>
    Unknown,

    /// <summary>A new message.</summary>
    Message,

    /// <summary>An inline query.</summary>
    InlineQuery,

    /// <summary>An inline result that was chosen.</summary>
    ChosenInlineResult,

    /// <summary>A tap on an inline button.</summary>
    CallbackQuery,

    /// <summary>An edited message.</summary>
    EditedMessage,

    /// <summary>A new channel post.</summary>
    ChannelPost,

    /// <summary>An edited channel post.</summary>
    EditedChannelPost,

    /// <summary>A shipping query.</summary>
    ShippingQuery,

    /// <summary>A checkout query.</summary>
    PreCheckoutQuery,

    /// <summary>A poll changed.</summary>
    Poll,

    /// <summary>An answer to a poll.</summary>
    PollAnswer,

    /// <summary>The bot's own membership changed.</summary>
    MyChatMember,

    /// <summary>A member's status changed.</summary>
    ChatMember,

    /// <summary>A request to join.</summary>
    ChatJoinRequest,

    /// <summary>A reaction changed.</summary>
    MessageReaction,

    /// <summary>The count of anonymous reactions changed.</summary>
    MessageReactionCount,

    /// <summary>A boost was added.</summary>
    ChatBoost,

    /// <summary>A boost was removed.</summary>
    RemovedChatBoost,

    /// <summary>A business connection changed.</summary>
    BusinessConnection,

    /// <summary>A message of a connected business account.</summary>
    BusinessMessage,

    /// <summary>An edited message of a connected business account.</summary>
    EditedBusinessMessage,

    /// <summary>Messages of a connected business account were deleted.</summary>
    DeletedBusinessMessages,

    /// <summary>Paid media was bought.</summary>
    PurchasedPaidMedia,
}
