using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback.Hls;

/// <summary>A film as HLS sees it: ready, or as far as it has come.</summary>
/// <param name="Video">The video.</param>
/// <param name="Version">Version of its stored file.</param>
/// <param name="Cut">Its tracks in segments.</param>
/// <param name="Segments">How many segments there are by now; null when none will follow.</param>
/// <param name="Patience">How long the player waits.</param>
internal sealed record HlsFilm(Video Video, int Version, CutFilm Cut, int? Segments, Patience Patience)
{
    /// <summary>The stored file.</summary>
    public StoredFileId File => Video.File!.Value;

    /// <summary>Tells the film's lists from those that it had before: version, and how far it had come.</summary>
    public string Edition => Segments is { } count ? $"{File}-{Version}-{count}" : $"{File}-{Version}";
}
