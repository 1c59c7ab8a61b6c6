using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>Finds the film that was typed.</summary>
internal sealed class FilmLookup(VideoQueries videos)
{
    /// <summary>The film; null when there is none of that id.</summary>
    public async Task<Video?> FindAsync(string id, CancellationToken cancellationToken) =>
        Base62.IsValid(id) && await videos.FindAsync(VideoId.From(id), cancellationToken) is { State: not VideoState.Deleting } video
            ? video
            : null;

    /// <exception cref="ErrandException">There is none of that id.</exception>
    public async Task<Video> GetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken)
        ?? throw ErrandException.Of($"there is no film {id}", "No film has that id, or it was deleted.", "telegramhls list shows the ids");
}
