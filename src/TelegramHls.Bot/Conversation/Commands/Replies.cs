using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramHls.Bot.Conversation.Wording;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary>Answers to people, always without link previews, since previews fetch links.</summary>
internal sealed class Replies(ControlBot bot)
{
    /// <summary>Answers with plain text.</summary>
    public Task SendAsync(Message to, string text, CancellationToken cancellationToken) =>
        SendAsync(to, new MessageContent(MessageContent.Escape(text), Buttons: null), cancellationToken);

    /// <summary>Answers with text in Telegram's HTML and buttons.</summary>
    public Task SendAsync(Message to, MessageContent content, CancellationToken cancellationToken) =>
        bot.Client.SendMessage(
            to.Chat.Id,
            content.Html,
            ParseMode.Html,
            replyMarkup: content.Buttons,
            linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
            cancellationToken: cancellationToken);
}
