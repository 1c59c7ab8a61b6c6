namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button below a message.</summary>
public class InlineKeyboardButton
{
    /// <summary>A button without a text yet.</summary>
    public InlineKeyboardButton()
    {
    }

    /// <summary>A button whose data, too, is its text.</summary>
    public InlineKeyboardButton(string text)
        : this(text, text)
    {
    }

    /// <summary>A button with an address, or else with data.</summary>
    public InlineKeyboardButton(string text, string callbackDataOrUrl)
    {
        Text = text;
        if (Uri.TryCreate(callbackDataOrUrl, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" or "tg")
            Url = callbackDataOrUrl;
        else
            CallbackData = callbackDataOrUrl;
    }

    /// <summary>Text on it.</summary>
    public string Text { get; set; } = default!;

    /// <summary>Address that it opens; a web address needs a host with a dot.</summary>
    public string? Url { get; set; }

    /// <summary>Data that it sends, 1 to 64 bytes.</summary>
    public string? CallbackData { get; set; }

    /// <summary>Web app that it opens; https, and private chats only.</summary>
    public WebAppInfo? WebApp { get; set; }

    /// <summary>Address that it opens with a sign-in.</summary>
    public LoginUrl? LoginUrl { get; set; }

    /// <summary>Inline query typed into a chat to be chosen.</summary>
    public string? SwitchInlineQuery { get; set; }

    /// <summary>Inline query typed into this chat.</summary>
    public string? SwitchInlineQueryCurrentChat { get; set; }

    /// <summary>Text that it copies.</summary>
    public CopyTextButton? CopyText { get; set; }

    /// <summary>A button that opens an address.</summary>
    public static InlineKeyboardButton WithUrl(string text, string url) => new() { Text = text, Url = url };

    /// <summary>A button that sends its text as data.</summary>
    public static InlineKeyboardButton WithCallbackData(string textAndCallbackData) =>
        WithCallbackData(textAndCallbackData, textAndCallbackData);

    /// <summary>A button that sends data.</summary>
    public static InlineKeyboardButton WithCallbackData(string text, string callbackData) =>
        new() { Text = text, CallbackData = callbackData };

    /// <summary>A button that opens a web app.</summary>
    public static InlineKeyboardButton WithWebApp(string text, WebAppInfo webApp) =>
        new() { Text = text, WebApp = webApp };

    /// <summary>A button that opens an address with a sign-in.</summary>
    public static InlineKeyboardButton WithLoginUrl(string text, LoginUrl loginUrl) =>
        new() { Text = text, LoginUrl = loginUrl };

    /// <summary>A button that types an inline query into a chat to be chosen.</summary>
    public static InlineKeyboardButton WithSwitchInlineQuery(string text, string switchInlineQuery = "") =>
        new() { Text = text, SwitchInlineQuery = switchInlineQuery };

    /// <summary>A button that types an inline query into this chat.</summary>
    public static InlineKeyboardButton WithSwitchInlineQueryCurrentChat(
        string text, string switchInlineQueryCurrentChat = "") =>
        new() { Text = text, SwitchInlineQueryCurrentChat = switchInlineQueryCurrentChat };

    /// <summary>A button that copies a text.</summary>
    public static InlineKeyboardButton WithCopyText(string text, CopyTextButton copyText) =>
        new() { Text = text, CopyText = copyText };

    /// <summary>A button whose data, too, is its text.</summary>
    public static implicit operator InlineKeyboardButton(string text) => new(text);

    /// <summary>A button with an address, or else with data.</summary>
    public static implicit operator InlineKeyboardButton((string Text, string CallbackDataOrUrl) pair) =>
        new(pair.Text, pair.CallbackDataOrUrl);
}
