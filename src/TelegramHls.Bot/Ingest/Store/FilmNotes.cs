using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>The sentences in a film's answer that come from its plans.</summary>
internal sealed class FilmNotes(VideoCommands commands, VideoQueries videos)
{
    /// <summary>Puts the notes of a plan in the place of those of the one before; all others stay.</summary>
    public async Task ChangeAsync(
        VideoId video, IReadOnlyList<string> before, IReadOnlyList<string> after, CancellationToken cancellationToken)
    {
        Video? row = await videos.FindAsync(video, cancellationToken);
        if (VideoSummary.FromJson(row?.FactsJson) is { } summary)
        {
            IEnumerable<string> others = summary.Notes.Except(before);
            await commands.SetFactsJsonAsync(video, (summary with { Notes = [.. after.Union(others)] }).ToJson(), cancellationToken);
        }
    }
}
