namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Forwards a message and returns the whole copy.</summary>
    public static Task<Message> ForwardMessage(
        this ITelegramBotClient botClient, ChatId chatId, ChatId fromChatId, int messageId,
        int? messageThreadId = default, bool disableNotification = default, bool protectContent = default,
        int? videoStartTimestamp = default, long? directMessagesTopicId = default,
        SuggestedPostParameters? suggestedPostParameters = default, string? messageEffectId = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new ForwardMessageRequest
            {
                ChatId = chatId, FromChatId = fromChatId, MessageId = messageId, MessageThreadId = messageThreadId,
                DisableNotification = disableNotification, ProtectContent = protectContent,
                VideoStartTimestamp = videoStartTimestamp, DirectMessagesTopicId = directMessagesTopicId,
                SuggestedPostParameters = suggestedPostParameters, MessageEffectId = messageEffectId,
            },
            cancellationToken);

    /// <summary>Forwards messages; those that are gone are passed over.</summary>
    public static Task<MessageId[]> ForwardMessages(
        this ITelegramBotClient botClient, ChatId chatId, ChatId fromChatId, IEnumerable<int> messageIds,
        int? messageThreadId = default, bool disableNotification = default, bool protectContent = default,
        long? directMessagesTopicId = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new ForwardMessagesRequest
            {
                ChatId = chatId, FromChatId = fromChatId, MessageIds = messageIds,
                MessageThreadId = messageThreadId, DisableNotification = disableNotification,
                ProtectContent = protectContent, DirectMessagesTopicId = directMessagesTopicId,
            },
            cancellationToken);

    /// <summary>Sends a copy without a link to the original.</summary>
    public static Task<MessageId> CopyMessage(
        this ITelegramBotClient botClient, ChatId chatId, ChatId fromChatId, int messageId,
        string? caption = default, ParseMode parseMode = default, ReplyParameters? replyParameters = default,
        ReplyMarkup? replyMarkup = default, int? messageThreadId = default,
        IEnumerable<MessageEntity>? captionEntities = default, bool showCaptionAboveMedia = default,
        bool disableNotification = default, bool protectContent = default, bool allowPaidBroadcast = default,
        int? videoStartTimestamp = default, long? directMessagesTopicId = default,
        SuggestedPostParameters? suggestedPostParameters = default, string? messageEffectId = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new CopyMessageRequest
            {
                ChatId = chatId, FromChatId = fromChatId, MessageId = messageId, Caption = caption,
                ParseMode = parseMode, ReplyParameters = replyParameters, ReplyMarkup = replyMarkup,
                MessageThreadId = messageThreadId, CaptionEntities = captionEntities,
                ShowCaptionAboveMedia = showCaptionAboveMedia, DisableNotification = disableNotification,
                ProtectContent = protectContent, AllowPaidBroadcast = allowPaidBroadcast,
                VideoStartTimestamp = videoStartTimestamp, DirectMessagesTopicId = directMessagesTopicId,
                SuggestedPostParameters = suggestedPostParameters, MessageEffectId = messageEffectId,
            },
            cancellationToken);

    /// <summary>Sends copies; messages that are gone are passed over.</summary>
    public static Task<MessageId[]> CopyMessages(
        this ITelegramBotClient botClient, ChatId chatId, ChatId fromChatId, IEnumerable<int> messageIds,
        bool removeCaption = default, int? messageThreadId = default, bool disableNotification = default,
        bool protectContent = default, long? directMessagesTopicId = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new CopyMessagesRequest
            {
                ChatId = chatId, FromChatId = fromChatId, MessageIds = messageIds, RemoveCaption = removeCaption,
                MessageThreadId = messageThreadId, DisableNotification = disableNotification,
                ProtectContent = protectContent, DirectMessagesTopicId = directMessagesTopicId,
            },
            cancellationToken);
}
