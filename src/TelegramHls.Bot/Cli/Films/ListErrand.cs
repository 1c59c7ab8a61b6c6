using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Ingest;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>What <c>list</c> asks for.</summary>
/// <param name="Skip">How many of the newest are left out.</param>
/// <param name="Take">At most so many.</param>
internal sealed record ListOrder(int Skip, int Take);

/// <summary>A page of films.</summary>
/// <param name="Films">Newest first.</param>
/// <param name="Total">How many there are.</param>
internal sealed record ListedFilms(IReadOnlyList<ListedFilm> Films, int Total);

/// <summary>Lists films.</summary>
internal sealed class ListErrand(VideoQueries videos, StatusBoard board) : Errand<ListOrder, ListedFilms>
{
    public const string ErrandName = "list";

    public override string Name => ErrandName;

    protected override async Task<ListedFilms> DoAsync(ListOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        VideoPage page = await videos.ListAsync(ownerId: null, order.Skip, order.Take, cancellationToken);
        return new ListedFilms([.. page.Videos.Select(video => ListedFilm.Of(video, board.Find(video.Id)))], page.Total);
    }
}
