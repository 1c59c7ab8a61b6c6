using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Playback;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>What <c>show</c> asks for.</summary>
/// <param name="Id">The film.</param>
internal sealed record ShowOrder(string Id);

/// <summary>All about a film.</summary>
/// <param name="Film">As in the list.</param>
/// <param name="FileName">Name of the source.</param>
/// <param name="Sha256">Of the source; null before it was read.</param>
/// <param name="Method">How it was made.</param>
/// <param name="Notes">What one should know.</param>
/// <param name="Tracks">Its tracks.</param>
/// <param name="Links">Where it plays; null when no link works.</param>
/// <param name="Jobs">Its jobs, newest first.</param>
internal sealed record ShownFilm(
    ListedFilm Film,
    string FileName,
    string? Sha256,
    string? Method,
    IReadOnlyList<string> Notes,
    IReadOnlyList<ShownTrack> Tracks,
    FilmLinks? Links,
    IReadOnlyList<ShownJob> Jobs);

/// <summary>A track: its name, what it is, its codec with channels or size.</summary>
internal sealed record ShownTrack(string Id, string Name, string Detail);

/// <summary>A job of the film.</summary>
internal sealed record ShownJob(string Id, string State, string? Step, string? Error, DateTimeOffset QueuedAt, DateTimeOffset? FinishedAt);

/// <summary>Shows a film.</summary>
internal sealed class ShowErrand(
    FilmLookup films, VideoQueries videos, JobQueries jobs, PlaybackQueries playback, StatusBoard board, PublicUrl publicUrl)
    : Errand<ShowOrder, ShownFilm>
{
    public const string ErrandName = "show";

    public override string Name => ErrandName;

    protected override async Task<ShownFilm> DoAsync(ShowOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        Video video = await films.GetAsync(order.Id, cancellationToken);
        VideoSummary? summary = VideoSummary.FromJson(video.FactsJson);
        string? key = await playback.FindKeyAsync(video.Id, cancellationToken);
        IReadOnlyList<VideoTrack> tracks = await videos.TracksAsync(video.Id, cancellationToken);
        IReadOnlyList<JobRecord> about = await jobs.AboutAsync(video.Id.Value, cancellationToken);
        return new ShownFilm(
            ListedFilm.Of(video, board.Find(video.Id)),
            video.FileName,
            video.SourceSha256,
            summary?.Method,
            [.. summary?.Ending is { } ending ? [ending] : Array.Empty<string>(), .. summary?.Notes ?? []],
            [.. tracks.Select(track => (track.Name, Words: TrackWords.Of(track))).Select(track => new ShownTrack(track.Name, track.Words.Name, track.Words.Detail))],
            key is null ? null : FilmLinks.Of(ShareAddresses.Public(publicUrl, key, video.Title)),
            [.. about.Select(job => new ShownJob(
                job.Id.Value, job.State.ToString().ToLowerInvariant(), job.Step, job.Error, job.CreatedAt, job.FinishedAt))]);
    }
}
