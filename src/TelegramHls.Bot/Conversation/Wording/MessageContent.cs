using Telegram.Bot.Types.ReplyMarkups;

namespace TelegramHls.Bot.Conversation.Wording;

/// <summary>What a message of ours says and offers.</summary>
/// <param name="Html">Text in Telegram's HTML.</param>
/// <param name="Buttons">Rows of buttons; null when there are none.</param>
internal sealed record MessageContent(string Html, InlineKeyboardMarkup? Buttons)
{
    /// <summary>Makes text of strangers safe inside of HTML.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
