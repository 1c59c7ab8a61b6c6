using System.Buffers;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Films;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Cli.Cache;

/// <summary>What <c>cache warm</c> asks for.</summary>
/// <param name="Ids">The films.</param>
internal sealed record CacheWarmOrder(IReadOnlyList<string> Ids);

/// <summary>What was read.</summary>
/// <param name="Films">In the order in which they were named.</param>
/// <param name="CacheBytes">What the cache holds now.</param>
internal sealed record WarmedFilms(IReadOnlyList<WarmedFilm> Films, long CacheBytes) : IVerdict
{
    public bool Ok => Films.All(film => film.Problem is null);
}

/// <summary>A film that was named.</summary>
internal sealed record WarmedFilm(string Id, string? Title, long Bytes, string? Problem);

/// <summary>Reads films as a player would, so that their bytes lie in the cache.</summary>
internal sealed class CacheWarmErrand(FilmLookup films, IRopeReader reader, PartCache cache, TimeProvider clock)
    : Errand<CacheWarmOrder, WarmedFilms>
{
    public const string ErrandName = "cache warm";

    private const int BufferSize = 256 * 1024;
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMilliseconds(500);

    public override string Name => ErrandName;

    protected override async Task<WarmedFilms> DoAsync(CacheWarmOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        var done = new List<WarmedFilm>();
        foreach (string id in order.Ids.Distinct(StringComparer.Ordinal))
        {
            Video? video = await films.FindAsync(id, cancellationToken);
            done.Add(video is not { State: VideoState.Ready, File: not null }
                ? new WarmedFilm(id, video?.Title, 0, video is null ? "There is no such film." : "It is not ready.")
                : await WarmAsync(video, notes, cancellationToken));
        }

        return new WarmedFilms(done, cache.Bytes);
    }

    private async Task<WarmedFilm> WarmAsync(Video video, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        long done = 0;
        try
        {
            await using PartStream stored = await reader.OpenAsync(video.File!.Value, cancellationToken);
            long said = clock.GetTimestamp();
            int read;
            while ((read = await stored.ReadAsync(buffer, cancellationToken)) > 0)
            {
                done += read;
                if (clock.GetElapsedTime(said) >= BetweenNotes)
                {
                    said = clock.GetTimestamp();
                    notes.Report(new ErrandNote(
                        $"{video.Title}: Reading", (double)done / stored.Length, $"{Amount.Bytes(done)} of {Amount.Bytes(stored.Length)}"));
                }
            }

            return new WarmedFilm(video.Id.Value, video.Title, done, Problem: null);
        }
        catch (PartUnavailableException fault)
        {
            return new WarmedFilm(video.Id.Value, video.Title, done, $"The storage does not answer: {fault.Message}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
