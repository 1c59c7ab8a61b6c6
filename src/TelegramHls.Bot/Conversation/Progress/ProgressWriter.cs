using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Ingest;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Queries;
using Video = TelegramHls.Catalog.Model.Video;

namespace TelegramHls.Bot.Conversation.Progress;

/// <summary>Sends or edits the one message about a video.</summary>
internal sealed class ProgressWriter(
    ControlBot bot, VideoQueries videos, VideoCommands commands, VideoCards cards)
{
    /// <summary>Fills in chat and message of the slot; false when the video is gone.</summary>
    public async Task<bool> TryLocateAsync(ProgressSlot slot, CancellationToken cancellationToken)
    {
        if (slot.ChatId != 0)
        {
            return true;
        }

        Video? video = await videos.FindAsync(slot.Video, cancellationToken);
        if (video is null)
        {
            return false;
        }

        (slot.ChatId, slot.MessageId) = (video.ChatId, video.ProgressMessageId);
        return true;
    }

    /// <summary>Makes the message say <paramref name="status"/>; false when nothing had to be written.</summary>
    /// <exception cref="RequestException">Telegram refused or could not be reached.</exception>
    public async Task<bool> WriteAsync(ProgressSlot slot, VideoStatus status, CancellationToken cancellationToken)
    {
        Video? video = await videos.FindAsync(slot.Video, cancellationToken);

        // A video that came from the command line has no chat to speak in.
        if (video is null || video.ChatId == 0)
        {
            return false;
        }

        MessageContent content = await cards.OfAsync(video, status, cancellationToken);
        if (slot.Said is { } said && said.Html == content.Html && status is not VideoStatus.Ready)
        {
            return false;
        }

        if (slot.MessageId is { } existing && await TryEditAsync(video.ChatId, existing, content, cancellationToken))
        {
            slot.Said = content;
            return true;
        }

        Message sent = await bot.Client.SendMessage(
            video.ChatId,
            content.Html,
            ParseMode.Html,
            replyParameters: new ReplyParameters { MessageId = video.SourceMessageId, AllowSendingWithoutReply = true },
            replyMarkup: content.Buttons,
            linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
            cancellationToken: cancellationToken);
        (slot.MessageId, slot.Said) = (sent.Id, content);
        await commands.SetProgressMessageAsync(slot.Video, sent.Id, cancellationToken);
        return true;
    }

    /// <summary>False when the message is no longer there to be edited.</summary>
    private async Task<bool> TryEditAsync(
        long chatId, int messageId, MessageContent content, CancellationToken cancellationToken)
    {
        try
        {
            await bot.Client.EditMessageText(
                chatId,
                messageId,
                content.Html,
                ParseMode.Html,
                replyMarkup: content.Buttons,
                linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
                cancellationToken: cancellationToken);
            return true;
        }
        catch (ApiRequestException refusal) when (refusal.Message.Contains("message is not modified", StringComparison.Ordinal))
        {
            return true;
        }
        catch (ApiRequestException refusal) when (refusal.Message.Contains("message to edit not found", StringComparison.Ordinal)
            || refusal.Message.Contains("message can't be edited", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
