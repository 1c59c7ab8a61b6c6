using Microsoft.Extensions.Caching.Memory;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Media.Journals;
using TelegramHls.Media.Playlists;

namespace TelegramHls.Bot.Playback.Hls;

/// <summary>
/// What can be played of films in work: the fragments that a journal names, as far as the parts that its run has cut are the
/// ones that are committed. Both outlive the program, so what was listed before a restart is listed after it.
/// </summary>
internal sealed class GrowingFilms : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly FilmJournals _journals;
    private readonly PlaybackQueries _queries;
    private readonly TimeProvider _clock;
    private readonly MemoryCache _known = new(new MemoryCacheOptions());
    private readonly SharedWork<Known, bool> _looks = new();

    public GrowingFilms(FilmJournals journals, PlaybackQueries queries, TimeProvider clock) =>
        (_journals, _queries, _clock) = (journals, queries, clock);

    /// <summary>The film as far as it can be played, at most half a second old; null when not enough of it is there.</summary>
    public async Task<GrowingFilm?> FindAsync(Video video, CancellationToken cancellationToken)
    {
        if (video is not { State: VideoState.Storing, File: { } file })
        {
            return null;
        }

        Known known = KnownOf(file);
        if (known.LookedAt is not { } before || _clock.GetElapsedTime(before) >= BetweenLooks)
        {
            await _looks.JoinAsync(known, () => LookAsync(video.Id, file, known), cancellationToken);
        }

        return known.Film is { CanPlay: true } film ? film : null;
    }

    /// <summary>Deletes the journals of earlier runs but for the one that tells most of what is stored.</summary>
    public async Task TidyAsync(VideoId video, StoredFileId file, CancellationToken cancellationToken)
    {
        Known known = KnownOf(file);
        await _looks.JoinAsync(known, () => LookAsync(video, file, known), cancellationToken);
        foreach (string path in _journals.PathsOf(video).Where(path => path != known.Best?.Path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Forgets what is known of a stored file that is gone, or of which parts are gone.</summary>
    public void Forget(StoredFileId file) => _known.Remove(file);

    public void Dispose() => _known.Dispose();

    private Known KnownOf(StoredFileId file) => _known.GetOrCreate(
        file,
        entry =>
        {
            entry.SlidingExpiration = Memory;
            return new Known();
        })!;

    private async Task<bool> LookAsync(VideoId video, StoredFileId file, Known known)
    {
        long now = _clock.GetTimestamp();
        CommittedParts? committed = await _queries.CommittedAsync(file, CancellationToken.None);
        PartCut[] parts = [.. committed?.Parts.Select(part => new PartCut(part.End, part.Sha256)) ?? []];

        // Journals that tell equally much tell the same.
        Told? best = known.Follow(_journals.PathsOf(video)).Select(tail => new Told(tail, tail.Stored(parts))).MaxBy(told => told.Length);
        known.Best = best?.Journal;
        known.Film = committed is not null && best?.Journal.Table is { } table
            ? new GrowingFilm(committed.Version, new CutFilm(table.Header, TrackSegments.Cut(table, best.Stored)))
            : null;
        known.LookedAt = now;
        return true;
    }

    /// <summary>How much of what is stored a journal tells.</summary>
    private sealed record Told(JournalTail Journal, long Stored)
    {
        public long Length => Math.Min(Stored, Journal.Table?.Length ?? 0);
    }

    /// <summary>What was found at the last look. Only one look at a time changes it.</summary>
    private sealed class Known
    {
        private readonly Dictionary<string, JournalTail> _tails = new(StringComparer.Ordinal);

        public long? LookedAt { get; set; }

        public GrowingFilm? Film { get; set; }

        public JournalTail? Best { get; set; }

        /// <summary>Reads on in each of these journals.</summary>
        public List<JournalTail> Follow(string[] paths)
        {
            var followed = new List<JournalTail>();
            foreach (string path in paths)
            {
                JournalTail tail = _tails.TryGetValue(path, out JournalTail? known) ? known : _tails[path] = new JournalTail(path);
                try
                {
                    tail.Advance();
                    followed.Add(tail);
                }
                catch (FileNotFoundException)
                {
                    // The film has come to its end meanwhile, or a later run tells more.
                    _tails.Remove(path);
                }
            }

            return followed;
        }
    }
}
