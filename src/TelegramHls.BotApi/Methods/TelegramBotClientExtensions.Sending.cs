namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Sends a text.</summary>
    public static Task<Message> SendMessage(
        this ITelegramBotClient botClient, ChatId chatId, string text, ParseMode parseMode = default,
        ReplyParameters? replyParameters = default, ReplyMarkup? replyMarkup = default,
        LinkPreviewOptions? linkPreviewOptions = default, int? messageThreadId = default,
        IEnumerable<MessageEntity>? entities = default, bool disableNotification = default,
        bool protectContent = default, string? messageEffectId = default, string? businessConnectionId = default,
        bool allowPaidBroadcast = default, long? directMessagesTopicId = default,
        SuggestedPostParameters? suggestedPostParameters = default, long? receiverUserId = default,
        string? callbackQueryId = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendMessageRequest
            {
                ChatId = chatId, Text = text, ParseMode = parseMode, ReplyParameters = replyParameters,
                ReplyMarkup = replyMarkup, LinkPreviewOptions = linkPreviewOptions,
                MessageThreadId = messageThreadId, Entities = entities, DisableNotification = disableNotification,
                ProtectContent = protectContent, MessageEffectId = messageEffectId,
                BusinessConnectionId = businessConnectionId, AllowPaidBroadcast = allowPaidBroadcast,
                DirectMessagesTopicId = directMessagesTopicId, SuggestedPostParameters = suggestedPostParameters,
                ReceiverUserId = receiverUserId, CallbackQueryId = callbackQueryId,
            },
            cancellationToken);

    /// <summary>Sends a file; a stream is read while it is sent and stays open.</summary>
    public static Task<Message> SendDocument(
        this ITelegramBotClient botClient, ChatId chatId, InputFile document, string? caption = default,
        ParseMode parseMode = default, ReplyParameters? replyParameters = default,
        ReplyMarkup? replyMarkup = default, InputFile? thumbnail = default, int? messageThreadId = default,
        IEnumerable<MessageEntity>? captionEntities = default, bool disableContentTypeDetection = default,
        bool disableNotification = default, bool protectContent = default, string? messageEffectId = default,
        string? businessConnectionId = default, bool allowPaidBroadcast = default,
        long? directMessagesTopicId = default, SuggestedPostParameters? suggestedPostParameters = default,
        long? receiverUserId = default, string? callbackQueryId = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendDocumentRequest
            {
                ChatId = chatId, Document = document, Caption = caption, ParseMode = parseMode,
                ReplyParameters = replyParameters, ReplyMarkup = replyMarkup, Thumbnail = thumbnail,
                MessageThreadId = messageThreadId, CaptionEntities = captionEntities,
                DisableContentTypeDetection = disableContentTypeDetection,
                DisableNotification = disableNotification, ProtectContent = protectContent,
                MessageEffectId = messageEffectId, BusinessConnectionId = businessConnectionId,
                AllowPaidBroadcast = allowPaidBroadcast, DirectMessagesTopicId = directMessagesTopicId,
                SuggestedPostParameters = suggestedPostParameters, ReceiverUserId = receiverUserId,
                CallbackQueryId = callbackQueryId,
            },
            cancellationToken);

    /// <summary>Sends a video; a stream is read while it is sent and stays open.</summary>
    public static Task<Message> SendVideo(
        this ITelegramBotClient botClient, ChatId chatId, InputFile video, string? caption = default,
        ParseMode parseMode = default, ReplyParameters? replyParameters = default,
        ReplyMarkup? replyMarkup = default, int? duration = default, int? width = default, int? height = default,
        InputFile? thumbnail = default, int? messageThreadId = default,
        IEnumerable<MessageEntity>? captionEntities = default, bool showCaptionAboveMedia = default,
        bool hasSpoiler = default, bool supportsStreaming = default, bool disableNotification = default,
        bool protectContent = default, string? messageEffectId = default, string? businessConnectionId = default,
        bool allowPaidBroadcast = default, InputFile? cover = default, int? startTimestamp = default,
        long? directMessagesTopicId = default, SuggestedPostParameters? suggestedPostParameters = default,
        long? receiverUserId = default, string? callbackQueryId = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendVideoRequest
            {
                ChatId = chatId, Video = video, Caption = caption, ParseMode = parseMode,
                ReplyParameters = replyParameters, ReplyMarkup = replyMarkup, Duration = duration, Width = width,
                Height = height, Thumbnail = thumbnail, MessageThreadId = messageThreadId,
                CaptionEntities = captionEntities, ShowCaptionAboveMedia = showCaptionAboveMedia,
                HasSpoiler = hasSpoiler, SupportsStreaming = supportsStreaming,
                DisableNotification = disableNotification, ProtectContent = protectContent,
                MessageEffectId = messageEffectId, BusinessConnectionId = businessConnectionId,
                AllowPaidBroadcast = allowPaidBroadcast, Cover = cover, StartTimestamp = startTimestamp,
                DirectMessagesTopicId = directMessagesTopicId, SuggestedPostParameters = suggestedPostParameters,
                ReceiverUserId = receiverUserId, CallbackQueryId = callbackQueryId,
            },
            cancellationToken);

    /// <summary>Sends a photo; a stream is read while it is sent and stays open.</summary>
    public static Task<Message> SendPhoto(
        this ITelegramBotClient botClient, ChatId chatId, InputFile photo, string? caption = default,
        ParseMode parseMode = default, ReplyParameters? replyParameters = default,
        ReplyMarkup? replyMarkup = default, int? messageThreadId = default,
        IEnumerable<MessageEntity>? captionEntities = default, bool showCaptionAboveMedia = default,
        bool hasSpoiler = default, bool disableNotification = default, bool protectContent = default,
        string? messageEffectId = default, string? businessConnectionId = default,
        bool allowPaidBroadcast = default, long? directMessagesTopicId = default,
        SuggestedPostParameters? suggestedPostParameters = default, long? receiverUserId = default,
        string? callbackQueryId = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendPhotoRequest
            {
                ChatId = chatId, Photo = photo, Caption = caption, ParseMode = parseMode,
                ReplyParameters = replyParameters, ReplyMarkup = replyMarkup, MessageThreadId = messageThreadId,
                CaptionEntities = captionEntities, ShowCaptionAboveMedia = showCaptionAboveMedia,
                HasSpoiler = hasSpoiler, DisableNotification = disableNotification,
                ProtectContent = protectContent, MessageEffectId = messageEffectId,
                BusinessConnectionId = businessConnectionId, AllowPaidBroadcast = allowPaidBroadcast,
                DirectMessagesTopicId = directMessagesTopicId, SuggestedPostParameters = suggestedPostParameters,
                ReceiverUserId = receiverUserId, CallbackQueryId = callbackQueryId,
            },
            cancellationToken);

    /// <summary>Sends 2 to 10 files as an album.</summary>
    public static Task<Message[]> SendMediaGroup(
        this ITelegramBotClient botClient, ChatId chatId, IEnumerable<IAlbumInputMedia> media,
        ReplyParameters? replyParameters = default, int? messageThreadId = default,
        bool disableNotification = default, bool protectContent = default, string? messageEffectId = default,
        string? businessConnectionId = default, bool allowPaidBroadcast = default,
        long? directMessagesTopicId = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendMediaGroupRequest
            {
                ChatId = chatId, Media = media, ReplyParameters = replyParameters,
                MessageThreadId = messageThreadId, DisableNotification = disableNotification,
                ProtectContent = protectContent, MessageEffectId = messageEffectId,
                BusinessConnectionId = businessConnectionId, AllowPaidBroadcast = allowPaidBroadcast,
                DirectMessagesTopicId = directMessagesTopicId,
            },
            cancellationToken);

    /// <summary>Shows for at most 5 seconds what the bot is doing.</summary>
    public static Task SendChatAction(
        this ITelegramBotClient botClient, ChatId chatId, ChatAction action, int? messageThreadId = default,
        string? businessConnectionId = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendChatActionRequest
            {
                ChatId = chatId, Action = action, MessageThreadId = messageThreadId,
                BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);
}
