using Telegram.Bot.Types;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary>A command as somebody sent it.</summary>
/// <param name="Message">The message.</param>
/// <param name="Sender">Who sent it.</param>
/// <param name="Name">The word after the slash, lower case, without the bot's name.</param>
/// <param name="Argument">The rest of the line; empty when there is none.</param>
internal sealed record CommandCall(Message Message, User Sender, string Name, string Argument)
{
    /// <summary>The chat to answer in.</summary>
    public long ChatId => Message.Chat.Id;

    /// <summary>Reads <c>/name@bot argument</c>; null when the text is no command or is meant for another bot.</summary>
    public static CommandCall? Read(Message message, string? botUsername)
    {
        if (message is not { From: { } sender, Text: { } text } || !text.StartsWith('/') || text.Length == 1 || char.IsWhiteSpace(text[1]))
        {
            return null;
        }

        string[] words = text[1..].Split((char[]?)null, 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] name = words[0].Split('@', 2);
        bool forOther = name.Length == 2 && !string.Equals(name[1], botUsername, StringComparison.OrdinalIgnoreCase);
        return forOther
            ? null
            : new CommandCall(message, sender, name[0].ToLowerInvariant(), words.Length > 1 ? words[1] : string.Empty);
    }
}
