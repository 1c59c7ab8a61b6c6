using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;
using TelegramHls.Bot.Access;
using TelegramHls.Bot.Conversation.Commands;
using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Ingest.Poster;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Media.Subtitles;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Transport;
using Video = TelegramHls.Catalog.Model.Video;

namespace TelegramHls.Bot.Conversation.SideFiles;

/// <summary>
/// Adds subtitles that come as a reply to a film. May be repeated: the companion is named after the message, so what an earlier
/// attempt stored is found again.
/// </summary>
internal sealed class SideFileIntake(
    VideoQueries videos,
    People people,
    SourceBot bot,
    CompanionWriter companions,
    SubtitleCommands subtitles,
    Replies replies,
    IOptions<StorageOptions> storage,
    TimeProvider clock)
{
    // Others wait for their turn behind this message; it comes again later.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Adds them, or says why not. False when the film is not far enough: it is to be tried again.</summary>
    /// <exception cref="TimeoutException">Telegram was too slow, or no storage bot could store them.</exception>
    public async Task<bool> TakeAsync(Message message, SideFile file, CancellationToken cancellationToken)
    {
        Video? video = await FindAsync(message, cancellationToken);
        if (video is { State: VideoState.Queued or VideoState.Working })
        {
            return false;
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            MessageContent answer = video is null ? Plain(SideFileWords.HowTo)
                : video.State == VideoState.Failed ? Plain(SideFileWords.Gone)
                : file.Format is not { } format ? Plain(SideFileWords.OtherKind)
                : file.Size > SubtitleDocument.MostBytes ? Plain(SideFileWords.TooLarge(file.Size))
                : await AddAsync(video, message, file, format, limit.Token);
            await replies.QuoteAsync(message, answer, limit.Token);
            return true;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The subtitles could not be stored in time.", late);
        }
    }

    private async Task<MessageContent> AddAsync(
        Video video, Message message, SideFile file, SubtitleFormat format, CancellationToken cancellationToken)
    {
        SideFileName name = SideFileName.Read(file.FileName);
        byte[] bytes = await FetchAsync(file, cancellationToken);
        ImmutableArray<Cue> cues = SubtitleDocument.Read(bytes, format, name.Language);
        if (cues.IsEmpty)
        {
            return Plain(bytes.Length > SubtitleDocument.MostBytes ? SideFileWords.TooLarge(bytes.Length) : SideFileWords.Nothing);
        }

        string companion = $"{AddedSubtitles.Prefix(message.Id)}{format.Extension()}";
        try
        {
            await companions.StoreAsync(video.Id, companion, bytes, new PartSizes(storage.Value.PartSize), cancellationToken);
        }
        catch (PartRefusedException)
        {
            return Plain(SideFileWords.Refused);
        }

        var track = new VideoTrack(
            string.Empty, TrackKind.Subtitle, format.Extension(), name.Language, name.Title,
            Companion: companion, IsForced: name.IsForced, IsHearingImpaired: name.IsHearingImpaired, IsAdded: true);
        return await subtitles.AddAsync(video.Id, track, cancellationToken) is { } added
            ? SideFileWords.Added(video, added, cues.Length)
            : Plain(SideFileWords.Gone);
    }

    private async Task<byte[]> FetchAsync(SideFile file, CancellationToken cancellationToken)
    {
        await using OpenedFile opened = await FileSource.OpenAsync(bot.Connection, file.FileId, 0, cancellationToken);
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while (bytes.Length <= SubtitleDocument.MostBytes && (read = await opened.Bytes.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    // The film's own message, our message about it, or any of ours whose buttons name it.
    private async Task<Video?> FindAsync(Message message, CancellationToken cancellationToken)
    {
        if (message is not { ReplyToMessage: { } reply, From: { } sender })
        {
            return null;
        }

        Video? video = await videos.FindByMessageAsync(message.Chat.Id, reply.Id, cancellationToken);
        if (video is null && reply.ReplyMarkup?.InlineKeyboard.SelectMany(row => row)
            .Select(button => VideoButtons.Read(button.CallbackData)).FirstOrDefault(carried => carried is not null) is { } carried)
        {
            video = await videos.FindAsync(carried.Video, cancellationToken);
        }

        return video is not null && (video.OwnerId == sender.Id || await people.IsOwnerAsync(sender.Id, cancellationToken)) ? video : null;
    }

    private static MessageContent Plain(string text) => new(MessageContent.Escape(text), Buttons: null);
}
