using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Media.Planning;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback.Hls;

/// <summary>From a share key to a film that HLS can play, or to the answer that refuses it.</summary>
internal sealed class HlsFilms(KeyResolver keys, FilmIndexes indexes, GrowingFilms growing, RenditionQueries renditions, TimeProvider time)
{
    /// <summary>
    /// The film behind the key, from its index when it is ready and else as far as it is stored; or the refusal: 404 for a key
    /// under which there is nothing, 503 with <c>Retry-After</c> while there is too little to play or the storage is away.
    /// </summary>
    public async Task<(HlsFilm? Film, IResult? Refusal)> ResolveAsync(
        string key, HttpContext context, CancellationToken cancellationToken)
    {
        var patience = new Patience(time);
        PlayableVideo? playable = await keys.FindAsync(key, cancellationToken);
        if (playable is null)
        {
            return (null, Refusals.UnknownKey());
        }

        if (playable.IsReady)
        {
            return await ReadyAsync(playable, patience, context, cancellationToken);
        }

        return await growing.FindAsync(playable.Video, cancellationToken) is { } film
            ? (new HlsFilm(playable.Video, film.Version, film.Cut, film.Segments, patience), null)
            : (null, Refusals.InWork(context, keys.StandingOf(playable.Video)));
    }

    /// <summary>
    /// The film's second version; else nothing, or the refusal where the storage is away. There is none before the film is ready:
    /// players do not read its first list again.
    /// </summary>
    public async Task<(HlsFilm? Film, IResult? Refusal)> SecondAsync(
        HlsFilm film, HttpContext context, CancellationToken cancellationToken) =>
        film.Segments is null && await renditions.FindAsync(film.Video, cancellationToken) is { } second
            ? await ReadyAsync(second, film.Patience, context, cancellationToken)
            : (null, null);

    /// <summary>The film behind the key, or of its two versions the one that has the track; or the refusal.</summary>
    public async Task<(HlsFilm? Film, IResult? Refusal)> ResolveAsync(
        string key, string track, HttpContext context, CancellationToken cancellationToken)
    {
        (HlsFilm? film, IResult? refusal) = await ResolveAsync(key, context, cancellationToken);
        if (film is null || track != CompatiblePlan.PictureId)
        {
            return (film, refusal);
        }

        (HlsFilm? second, refusal) = await SecondAsync(film, context, cancellationToken);
        return refusal is not null ? (null, refusal) : (second ?? film, null);
    }

    private async Task<(HlsFilm? Film, IResult? Refusal)> ReadyAsync(
        PlayableVideo playable, Patience patience, HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            CutFilm cut = await indexes.CutAsync(playable.Video, patience, cancellationToken);
            return (new HlsFilm(playable.Video, playable.FileVersion, cut, Segments: null, patience), null);
        }
        catch (PartUnavailableException exception)
        {
            return (null, Refusals.StorageAway(context, exception));
        }
    }
}
