using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Media.Indexing;
using TelegramHls.Media.Planning;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>Once a film is packaged it is known how long it plays; where its header says something else, the answer tells what is there.</summary>
internal sealed class FilmEnd(VideoQueries videos, VideoCommands commands)
{
    // Tracks may end a little apart from each other, and headers round.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);
    private const double SlackShare = 0.01;

    /// <summary>How long the film of an index plays.</summary>
    public static TimeSpan Of(string indexPath)
    {
        using FileStream index = File.OpenRead(indexPath);
        return IndexFile.ReadTable(index).Duration;
    }

    /// <summary>Corrects what is said of a film's duration.</summary>
    /// <param name="video">The film.</param>
    /// <param name="plan">What was promised.</param>
    /// <param name="played">How long it plays.</param>
    /// <param name="context">Takes a line for the history.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task NoteAsync(
        VideoId video, PackagePlan plan, TimeSpan played, StepContext context, CancellationToken cancellationToken)
    {
        if (IsAbout(played, plan.Duration) || await videos.FindAsync(video, cancellationToken) is not { } row)
        {
            return;
        }

        string? sentence = Sentence(plan, played);
        VideoSummary? summary = VideoSummary.FromJson(row.FactsJson);
        await commands.SetDurationAsync(video, played, (summary is null ? null : summary with { Ending = sentence })?.ToJson(), cancellationToken);
        await context.NoteAsync(
            sentence ?? $"The film plays for {Amount.Duration(played)}, which its header does not say.", cancellationToken);
    }

    /// <summary>What to say of a film that is cut off; null where it is whole, or nobody knows.</summary>
    internal static string? Sentence(PackagePlan plan, TimeSpan played) =>
        plan.Promised is { } promised && played < promised && !IsAbout(played, promised)
            ? $"The file ends early: {Amount.Duration(played)} of {Amount.Duration(promised)} are there."
            : null;

    private static bool IsAbout(TimeSpan played, TimeSpan? said) =>
        said is { } duration && (played - duration).Duration() <= Slack + (duration * SlackShare);
}
