using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Commands;

/// <summary>
/// What changes on a video while its job works. Each answers false, and changes nothing, when the video is gone or on
/// its way out.
/// </summary>
public sealed class VideoCommands
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal VideoCommands(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>Accepts a video that came without an update (command line, upload): its row and its job in one transaction.</summary>
    public Task CreateAsync(NewVideo video, JobRecord job, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            context =>
            {
                NewRows.Add(context, video, job, _clock.GetUtcNow());
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Remembers our one message about the video.</summary>
    public Task<bool> SetProgressMessageAsync(VideoId video, int messageId, CancellationToken cancellationToken) =>
        ChangeAsync(video, row => row.ProgressMessageId = messageId, cancellationToken);

    /// <summary>
    /// The video is taken in: state working, and a share key where there is none, so that its links can say how far it is.
    /// </summary>
    public Task<bool> AdmitAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                VideoRow? row = await VideoRows.FindAsync(context, video, cancellationToken);
                if (row is null)
                    return false;

                row.State = VideoState.Working;
                row.FailureReason = null;
                await ShareLinks.EnsureAsync(context, video, _clock.GetUtcNow(), cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Keeps what the source hashes to (64 lower-case hex digits) and how many bytes it has.</summary>
    public Task<bool> SetSourceAsync(VideoId video, string sha256, long size, CancellationToken cancellationToken) =>
        ChangeAsync(
            video,
            row =>
            {
                row.SourceSha256 = sha256;
                row.Size = size;
            },
            cancellationToken);

    /// <summary>Keeps what the probe found out.</summary>
    public Task<bool> SetFactsAsync(VideoId video, VideoFacts facts, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                VideoRow? row = await VideoRows.FindAsync(context, video, cancellationToken);
                if (row is null)
                    return false;

                row.Kind = facts.Kind;
                row.Duration = facts.Duration;
                row.Width = facts.Width;
                row.Height = facts.Height;
                row.Codecs = facts.Codecs;
                row.FactsJson = facts.FactsJson;
                row.MimeType = facts.MimeType ?? row.MimeType;
                row.Title = facts.Title ?? row.Title;
                await foreach (JobRow job in context.Jobs.Where(job => job.Subject == video.Value).AsAsyncEnumerable())
                    job.Call(row.Title, row.FileName);

                return true;
            },
            cancellationToken);

    /// <summary>How long it plays, once that is known better than by its header.</summary>
    /// <param name="video">The video.</param>
    /// <param name="duration">What was found.</param>
    /// <param name="factsJson">Its facts anew; null leaves them as they are.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when there is no such video any more.</returns>
    public Task<bool> SetDurationAsync(
        VideoId video, TimeSpan duration, string? factsJson, CancellationToken cancellationToken) =>
        ChangeAsync(
            video,
            row => (row.Duration, row.FactsJson) = (duration, factsJson ?? row.FactsJson),
            cancellationToken);

    /// <summary>Replaces what the answer says beyond the row; the caller's format.</summary>
    public Task<bool> SetFactsJsonAsync(VideoId video, string factsJson, CancellationToken cancellationToken) =>
        ChangeAsync(video, row => row.FactsJson = factsJson, cancellationToken);

    /// <summary>
    /// Storing begins: names the stored file (its row must be there) and the tracks, so that what is committed can
    /// already be played. The state becomes storing.
    /// </summary>
    public Task<bool> BeginStoringAsync(
        VideoId video, StoredFileId file, IReadOnlyList<VideoTrack> tracks, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                VideoRow? row = await VideoRows.FindAsync(context, video, cancellationToken);
                if (row is null)
                    return false;

                row.State = VideoState.Storing;
                row.FileId = file;
                await VideoRows.ReplaceTracksAsync(context, video, tracks, cancellationToken);
                return true;
            },
            cancellationToken);

    private Task<bool> ChangeAsync(VideoId video, Action<VideoRow> change, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                VideoRow? row = await VideoRows.FindAsync(context, video, cancellationToken);
                if (row is null)
                    return false;

                change(row);
                return true;
            },
            cancellationToken);
}
