using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using TelegramHls.Bot.Access;
using TelegramHls.Bot.Conversation.SideFiles;
using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Bot.Ingest.Store;
using TelegramHls.Bot.Playback.Companions;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using Video = TelegramHls.Catalog.Model.Video;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary>Does what the buttons under our messages promise. A tap that is lost can be repeated, so none is kept.</summary>
internal sealed class ButtonTaps(
    ControlBot bot,
    VideoQueries videos,
    VideoCards cards,
    VideoRemoval removal,
    OriginalLinks originals,
    CompatibleLinks compatibles,
    AddedSubtitles subtitles,
    StorageWatch storage,
    People people,
    ILogger<ButtonTaps> logger)
{
    /// <summary>Handles one tap; its faults are logged and told to the person, never thrown.</summary>
    public async Task HandleAsync(CallbackQuery tap, CancellationToken cancellationToken)
    {
        try
        {
            string? answer = await RunAsync(tap, cancellationToken);
            await AnswerAsync(tap, answer, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TapFailed(logger, error, tap.From.Id);
            await AnswerAsync(tap, "That did not work. Please try again.", cancellationToken);
        }
    }

    private async Task<string?> RunAsync(CallbackQuery tap, CancellationToken cancellationToken)
    {
        if (VideoButtons.Read(tap.Data) is not { } carried || tap.Message is not { } message)
        {
            return "This button no longer works.";
        }

        Video? video = await videos.FindAsync(carried.Video, cancellationToken);
        bool isOurs = video is not null
            && (video.OwnerId == tap.From.Id || await people.IsOwnerAsync(tap.From.Id, cancellationToken));
        if (video is null || !isOurs)
        {
            return "This film is no longer here.";
        }

        return carried.Action switch
        {
            VideoButtons.Delete => await EditAsync(message, DeleteQuestion.Of(video), cancellationToken),
            VideoButtons.ConfirmDelete => await DeleteAsync(message, video, cancellationToken),
            VideoButtons.Keep => await EditAsync(message, await cards.ReadyAsync(video, elapsed: null, cancellationToken), cancellationToken),
            VideoButtons.Cancel => await CancelAsync(video, cancellationToken),
            VideoButtons.TryNow => await storage.GoOnAsync(cancellationToken) ? "It goes on." : "Not yet: no storage bot can write.",
            VideoButtons.Open => await EditAsync(message, await cards.ReadyAsync(video, elapsed: null, cancellationToken), cancellationToken),
            VideoButtons.Details => await DetailsAsync(message, video, cancellationToken),
            VideoButtons.RemoveSubtitles => await RemoveSubtitlesAsync(message, video, carried.Detail, cancellationToken),
            _ => "This button no longer works.",
        };
    }

    private async Task<string?> DeleteAsync(Message message, Video video, CancellationToken cancellationToken)
    {
        RemovalOutlook outlook = await removal.RemoveAsync(video.Id, cancellationToken);
        var deleted = new MessageContent($"{ProgressText.Title(video)}\n{RemovalText.Of(outlook)}", Buttons: null);
        await EditAsync(message, deleted, cancellationToken);
        if (video.ProgressMessageId is { } card && (video.ChatId, card) != (message.Chat.Id, message.Id))
        {
            // Asked for by the command: the film's own card must not go on offering links that are dead.
            await EditAsync(video.ChatId, card, deleted, cancellationToken);
        }

        return "Deleted.";
    }

    private async Task<string?> CancelAsync(Video video, CancellationToken cancellationToken) =>
        video.State == VideoState.Ready || !await removal.CancelAsync(video.Id, cancellationToken)
            ? "It is done already."
            : "Stopping …";

    private async Task<string?> DetailsAsync(Message message, Video video, CancellationToken cancellationToken)
    {
        IReadOnlyList<VideoTrack> tracks = await videos.TracksAsync(video.Id, cancellationToken);
        MessageContent card = await cards.ReadyAsync(video, elapsed: null, cancellationToken);
        string details = DetailsText.Of(
            video, tracks, await originals.FindAsync(video, cancellationToken), await compatibles.FindAsync(video, cancellationToken));
        InlineKeyboardMarkup? toRemove = VideoButtons.ToRemoveSubtitles(video.Id, tracks);
        var full = new MessageContent(
            $"{card.Html}\n\n{details}",
            toRemove is null ? card.Buttons : new InlineKeyboardMarkup([.. card.Buttons?.InlineKeyboard ?? [], .. toRemove.InlineKeyboard]));
        return await EditAsync(message, full, cancellationToken);
    }

    private async Task<string?> RemoveSubtitlesAsync(Message message, Video video, string sent, CancellationToken cancellationToken)
    {
        bool isRemoved = await subtitles.RemoveAsync(video.Id, sent, cancellationToken);

        // Under the film's card there are its other buttons; the answer to the file has this one alone.
        bool isCard = message.ReplyMarkup?.InlineKeyboard.SelectMany(row => row)
            .Any(button => VideoButtons.Read(button.CallbackData)?.Action == VideoButtons.Details) == true;
        await (isCard
            ? DetailsAsync(message, video, cancellationToken)
            : EditAsync(message, new MessageContent(SideFileWords.Removed(video), Buttons: null), cancellationToken));
        return isRemoved ? "Removed." : "They are gone already.";
    }

    private Task<string?> EditAsync(Message message, MessageContent content, CancellationToken cancellationToken) =>
        EditAsync(message.Chat.Id, message.Id, content, cancellationToken);

    private async Task<string?> EditAsync(
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
        }
        catch (ApiRequestException refusal) when (
            refusal.Message.Contains("message is not modified", StringComparison.Ordinal)
            || refusal.Message.Contains("message to edit not found", StringComparison.Ordinal))
        {
            // Tapped twice, it says so already; or the person has deleted it.
            return null;
        }

        return null;
    }

    private async Task AnswerAsync(CallbackQuery tap, string? text, CancellationToken cancellationToken)
    {
        try
        {
            await bot.Client.AnswerCallbackQuery(tap.Id, text, cancellationToken: cancellationToken);
        }
        catch (RequestException fault)
        {
            // Too old to be answered, or the network is away: the person sees the button's effect all the same.
            Log.TapUnanswered(logger, fault.Message);
        }
    }
}
