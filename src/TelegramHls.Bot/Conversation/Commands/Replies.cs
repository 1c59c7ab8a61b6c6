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
        SendAsync(to, content, quoted: null, cancellationToken);

    /// <summary>As above, as a reply to that message, where others may have come in between.</summary>
    public Task QuoteAsync(Message to, MessageContent content, CancellationToken cancellationToken) =>
        SendAsync(
            to, content, new ReplyParameters { MessageId = to.Id, AllowSendingWithoutReply = true }, cancellationToken);

    private Task<Message> SendAsync(Message to, MessageContent content, ReplyParameters? quoted, CancellationToken cancellationToken) =>
        bot.Client.SendMessage(
            to.Chat.Id,
            content.Html,
            ParseMode.Html,
            quoted,
            replyMarkup: content.Buttons,
            linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
            cancellationToken: cancellationToken);
}
