using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Playback;
using TelegramHls.Bot.Playback.Hls;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Conversation.Wording;

/// <summary>The message about a video in each of its states.</summary>
internal sealed class VideoCards(
    VideoQueries videos, SubtitleQueries subtitles, PlaybackQueries playback, GrowingFilms growing, PublicUrl publicUrl)
{
    /// <summary>What the message shall say now.</summary>
    public async Task<MessageContent> OfAsync(Video video, VideoStatus status, CancellationToken cancellationToken) =>
        status switch
        {
            VideoStatus.Ready ready => await ReadyAsync(video, ready.Elapsed, cancellationToken),
            VideoStatus.Duplicate duplicate => await DuplicateAsync(video, duplicate, cancellationToken),
            { IsFinal: true } => new MessageContent(ProgressText.Of(video, status), Buttons: null),
            _ => await InWorkAsync(video, status, cancellationToken),
        };

    /// <summary>The card of a ready video.</summary>
    /// <param name="video">The video.</param>
    /// <param name="elapsed">How long it took, for the first answer; null leaves that line out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<MessageContent> ReadyAsync(Video video, TimeSpan? elapsed, CancellationToken cancellationToken)
    {
        string? key = await playback.FindKeyAsync(video.Id, cancellationToken);
        if (key is null)
        {
            return new MessageContent($"{ProgressText.Title(video)}\nIts links were revoked.", Buttons: null);
        }

        ShareAddresses addresses = ShareAddresses.Public(publicUrl, key, video.Title);
        VideoSummary? summary = VideoSummary.FromJson(video.FactsJson);
        int read = (await subtitles.ListAsync(video.Id, cancellationToken)).Count;
        string text = ReadyText.Of(video, summary, read, elapsed);
        return VideoButtons.CanCarry(publicUrl)
            ? new MessageContent(text, VideoButtons.WhenReady(video.Id, addresses))
            : new MessageContent($"{text}\n\n{ReadyText.Links(addresses)}", VideoButtons.WithoutLinks(video.Id));
    }

    private async Task<MessageContent> InWorkAsync(Video video, VideoStatus status, CancellationToken cancellationToken)
    {
        string text = ProgressText.Of(video, status);
        bool isStorageAway = status is VideoStatus.WaitingForStorage;
        if (await growing.FindAsync(video, cancellationToken) is null
            || await playback.FindKeyAsync(video.Id, cancellationToken) is not { } key)
        {
            return new MessageContent(text, VideoButtons.WhileInWork(video.Id, isStorageAway));
        }

        ShareAddresses addresses = ShareAddresses.Public(publicUrl, key, video.Title);
        text = $"{text}\n{ProgressText.PlaysAlready}";
        return VideoButtons.CanCarry(publicUrl)
            ? new MessageContent(text, VideoButtons.WhileInWork(video.Id, isStorageAway, addresses))
            : new MessageContent($"{text}\n\n{ReadyText.EarlyLinks(addresses)}", VideoButtons.WhileInWork(video.Id, isStorageAway));
    }

    private async Task<MessageContent> DuplicateAsync(
        Video video, VideoStatus.Duplicate duplicate, CancellationToken cancellationToken)
    {
        Video? existing = await videos.FindAsync(duplicate.Existing, cancellationToken);
        if (existing is { State: VideoState.Ready })
        {
            MessageContent card = await ReadyAsync(existing, elapsed: null, cancellationToken);
            return card with { Html = $"{card.Html}\nYou sent this film before; here it is." };
        }

        return new MessageContent(
            $"{ProgressText.Title(video)}\nYou sent this film before; it is in work already, see the message above.", Buttons: null);
    }
}
