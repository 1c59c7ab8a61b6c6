namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Asks for a chat.</summary>
    public static Task<ChatFullInfo> GetChat(
        this ITelegramBotClient botClient, ChatId chatId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new GetChatRequest
            {
                ChatId = chatId,
            },
            cancellationToken);

    /// <summary>Asks for the standing of one member.</summary>
    public static Task<ChatMember> GetChatMember(
        this ITelegramBotClient botClient, ChatId chatId, long userId,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new GetChatMemberRequest
            {
                ChatId = chatId, UserId = userId,
            },
            cancellationToken);

    /// <summary>Asks for all administrators.</summary>
    public static Task<ChatMember[]> GetChatAdministrators(
        this ITelegramBotClient botClient, ChatId chatId, bool returnBots = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new GetChatAdministratorsRequest
            {
                ChatId = chatId, ReturnBots = returnBots,
            },
            cancellationToken);

    /// <summary>Pins a message.</summary>
    public static Task PinChatMessage(
        this ITelegramBotClient botClient, ChatId chatId, int messageId, bool disableNotification = default,
        string? businessConnectionId = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new PinChatMessageRequest
            {
                ChatId = chatId, MessageId = messageId, DisableNotification = disableNotification,
                BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);

    /// <summary>Unpins a message, or the latest one.</summary>
    public static Task UnpinChatMessage(
        this ITelegramBotClient botClient, ChatId chatId, int? messageId = default,
        string? businessConnectionId = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new UnpinChatMessageRequest
            {
                ChatId = chatId, MessageId = messageId, BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);

    /// <summary>Unpins all messages.</summary>
    public static Task UnpinAllChatMessages(
        this ITelegramBotClient botClient, ChatId chatId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new UnpinAllChatMessagesRequest
            {
                ChatId = chatId,
            },
            cancellationToken);
}
