using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Audit;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>What <c>delete</c> asks for.</summary>
/// <param name="Ids">The films.</param>
/// <param name="Look">Only tells which there are.</param>
internal sealed record DeleteOrder(IReadOnlyList<string> Ids, bool Look);

/// <summary>What became of the films.</summary>
/// <param name="Films">In the order in which they were named.</param>
internal sealed record DeletedFilms(IReadOnlyList<DeletedFilm> Films) : IVerdict
{
    public bool Ok => Films.All(film => film.Title is not null);
}

/// <summary>A film that was named.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Null when there is none of that id.</param>
/// <param name="Deleted">It is gone.</param>
/// <param name="Text">What is to be said.</param>
internal sealed record DeletedFilm(string Id, string? Title, bool Deleted, string Text);

/// <summary>Deletes films.</summary>
internal sealed class DeleteErrand(FilmLookup films, VideoRemoval removal, AuditCommands audit) : Errand<DeleteOrder, DeletedFilms>
{
    public const string ErrandName = "delete";

    public override string Name => ErrandName;

    protected override async Task<DeletedFilms> DoAsync(DeleteOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        var done = new List<DeletedFilm>();
        foreach (string id in order.Ids.Distinct(StringComparer.Ordinal))
        {
            Video? video = await films.FindAsync(id, cancellationToken);
            if (video is null || order.Look)
            {
                done.Add(new DeletedFilm(id, video?.Title, Deleted: false, video is null ? "There is no such film." : string.Empty));
                continue;
            }

            // From here on it is finished, whoever waits: a film half deleted helps nobody.
            RemovalOutlook outlook = await removal.RemoveAsync(video.Id, CancellationToken.None);
            await audit.WriteAsync(CommandLine.Who, "delete", id, video.Title, CancellationToken.None);
            done.Add(new DeletedFilm(id, video.Title, Deleted: true, RemovalText.Of(outlook)));
        }

        return new DeletedFilms(done);
    }
}
