namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Ends the waiting of a tap.</summary>
    public static Task AnswerCallbackQuery(
        this ITelegramBotClient botClient, string callbackQueryId, string? text = default,
        bool showAlert = default, string? url = default, int? cacheTime = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new AnswerCallbackQueryRequest
            {
                CallbackQueryId = callbackQueryId, Text = text, ShowAlert = showAlert, Url = url,
                CacheTime = cacheTime,
            },
            cancellationToken);

    /// <summary>Sets the menu of commands.</summary>
    public static Task SetMyCommands(
        this ITelegramBotClient botClient, IEnumerable<BotCommand> commands, BotCommandScope? scope = default,
        string? languageCode = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetMyCommandsRequest
            {
                Commands = commands, Scope = scope, LanguageCode = languageCode,
            },
            cancellationToken);

    /// <summary>Sets the bot's name.</summary>
    public static Task SetMyName(
        this ITelegramBotClient botClient, string? name = default, string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetMyNameRequest
            {
                Name = name, LanguageCode = languageCode,
            },
            cancellationToken);

    /// <summary>Sets what an empty chat shows.</summary>
    public static Task SetMyDescription(
        this ITelegramBotClient botClient, string? description = default, string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetMyDescriptionRequest
            {
                Description = description, LanguageCode = languageCode,
            },
            cancellationToken);

    /// <summary>Sets what the bot's profile shows.</summary>
    public static Task SetMyShortDescription(
        this ITelegramBotClient botClient, string? shortDescription = default, string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetMyShortDescriptionRequest
            {
                ShortDescription = shortDescription, LanguageCode = languageCode,
            },
            cancellationToken);

    /// <summary>Sets the button beside the text field.</summary>
    public static Task SetChatMenuButton(
        this ITelegramBotClient botClient, long? chatId = default, MenuButton? menuButton = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetChatMenuButtonRequest
            {
                ChatId = chatId, MenuButton = menuButton,
            },
            cancellationToken);
}
