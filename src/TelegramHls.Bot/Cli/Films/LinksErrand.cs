using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Playback;
using TelegramHls.Catalog.Audit;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>What <c>links</c> asks for.</summary>
/// <param name="Id">The film.</param>
/// <param name="Revoke">All links that there are stop working.</param>
/// <param name="New">There is to be a new one.</param>
internal sealed record LinksOrder(string Id, bool Revoke, bool New);

/// <summary>The links of a film.</summary>
/// <param name="Id">The film.</param>
/// <param name="State">As in <see cref="ListedFilm"/>.</param>
/// <param name="Revoked">Keys that were revoked now.</param>
/// <param name="Links">Those that work; null when none does.</param>
internal sealed record LinkedFilm(string Id, string State, int Revoked, FilmLinks? Links);

/// <summary>Tells, makes and revokes links.</summary>
internal sealed class LinksErrand(
    FilmLookup films, PlaybackQueries playback, ShareLinkCommands commands, AuditCommands audit, PublicUrl publicUrl)
    : Errand<LinksOrder, LinkedFilm>
{
    public const string ErrandName = "links";

    public override string Name => ErrandName;

    protected override async Task<LinkedFilm> DoAsync(LinksOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        Video video = await films.GetAsync(order.Id, cancellationToken);
        int revoked = 0;
        while (order.Revoke && await playback.FindKeyAsync(video.Id, cancellationToken) is { } old)
        {
            revoked += await commands.RevokeAsync(old, cancellationToken) ? 1 : 0;
        }

        if (order.New && video.State is VideoState.Failed or VideoState.Queued)
        {
            throw ErrandException.Of(
                "this film has no links", "It was not taken in, or not yet.", $"telegramhls show {video.Id} tells how it stands");
        }

        string? key = order.New
            ? await commands.CreateAsync(video.Id, expiresAt: null, cancellationToken)
            : await playback.FindKeyAsync(video.Id, cancellationToken);
        if (order.Revoke || order.New)
        {
            string detail = $"{revoked} revoked{(order.New ? ", a new one made" : string.Empty)}";
            await audit.WriteAsync(CommandLine.Who, "links", video.Id.Value, detail, cancellationToken);
        }

        FilmLinks? links = key is null ? null : FilmLinks.Of(ShareAddresses.Public(publicUrl, key, video.Title));
        return new LinkedFilm(video.Id.Value, video.State.ToString().ToLowerInvariant(), revoked, links);
    }
}
