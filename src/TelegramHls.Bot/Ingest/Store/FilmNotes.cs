using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>The sentences in a film's answer on what one should know of it.</summary>
internal sealed class FilmNotes(VideoCommands commands, VideoQueries videos)
{
    /// <summary>Puts the notes of a plan in the place of those of the one before; all others stay.</summary>
    public Task ChangeAsync(
        VideoId video, IReadOnlyList<string> before, IReadOnlyList<string> after, CancellationToken cancellationToken) =>
        EditAsync(video, notes => after.Union(notes.Except(before)), cancellationToken);

    /// <summary>Adds a sentence behind the others, once.</summary>
    public Task AddAsync(VideoId video, string note, CancellationToken cancellationToken) =>
        EditAsync(video, notes => notes.Append(note).Distinct(), cancellationToken);

    private async Task EditAsync(
        VideoId video, Func<IEnumerable<string>, IEnumerable<string>> change, CancellationToken cancellationToken)
    {
        Video? row = await videos.FindAsync(video, cancellationToken);
        if (VideoSummary.FromJson(row?.FactsJson) is { } summary)
        {
            await commands.SetFactsJsonAsync(video, (summary with { Notes = [.. change(summary.Notes)] }).ToJson(), cancellationToken);
        }
    }
}
