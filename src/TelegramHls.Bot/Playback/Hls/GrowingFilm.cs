using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Media.Playlists;

namespace TelegramHls.Bot.Playback.Hls;

/// <summary>As much of a film in work as can be read back.</summary>
/// <param name="Version">Version of the stored file.</param>
/// <param name="Cut">Its tracks cut into segments; none is complete.</param>
internal sealed record GrowingFilm(int Version, CutFilm Cut)
{
    // A player begins when it has a few segments, and waits for a track that it was promised.
    private const int Enough = 3;
    private const int EnoughWithoutTheRest = 4 * Enough;

    /// <summary>True once it is worth to begin: from then on it stays true for this version.</summary>
    public bool CanPlay
    {
        get
        {
            int most = Cut.Tracks.Max(track => track.Segments.Length);
            return most >= Enough && (most >= EnoughWithoutTheRest || Cut.Tracks.All(track => track.Segments.Length >= Enough - 1));
        }
    }

    /// <summary>How many segments there are; grows with what can be played.</summary>
    public int Segments => Cut.Tracks.Sum((TrackSegments track) => track.Segments.Length);
}
