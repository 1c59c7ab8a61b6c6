using TelegramHls.Catalog.Model;
using TelegramHls.Media.Playlists;

namespace TelegramHls.Bot.Wording;

/// <summary>A track as a page names it.</summary>
/// <param name="Icon">Icon of its kind.</param>
/// <param name="Name">The language, or what it is; a title of the source behind it.</param>
/// <param name="Detail">Codec with channels or size of the picture.</param>
public sealed record TrackWords(string Icon, string Name, string Detail)
{
    /// <summary>Puts a track into words.</summary>
    public static TrackWords Of(VideoTrack track) => track.Kind switch
    {
        TrackKind.Video => new("film", "Picture", Join(Size(track), Codec(track.Codec))),
        TrackKind.Audio => new("speaker-wave", Named(track, "Audio"), Join(Channels(track.Channels), Codec(track.Codec))),
        _ => new("language", Named(track, "Subtitles"), Join(Kept(track.Codec), track.IsForced ? "Forced" : null, track.IsHearingImpaired ? "SDH" : null, track.IsAdded ? "Added" : null)),
    };

    private static string Named(VideoTrack track, string otherwise)
    {
        string? language = LanguageTag.NameOf(track.Language);
        bool isSaid = language is not null && track.Title?.Contains(language, StringComparison.OrdinalIgnoreCase) == true;
        string?[] words = [isSaid ? null : language, track.Title];
        string name = string.Join(" · ", words.Where(word => !string.IsNullOrWhiteSpace(word)));
        return name.Length == 0 ? otherwise : name;
    }

    // Files of subtitles by their ending.
    private static string Kept(string format) => format is "sup" or "mks" ? "Pictures" : format.ToUpperInvariant();

    private static string Join(params string?[] facts) => string.Join(" · ", facts.Where(fact => fact is not null));

    private static string? Size(VideoTrack track) =>
        track is { Width: { } width, Height: { } height } ? $"{width} × {height}" : null;

    private static string? Channels(int? channels) => channels switch
    {
        null => null,
        1 => "Mono",
        2 => "Stereo",
        6 => "5.1",
        8 => "7.1",
        _ => $"{channels} channels",
    };

    /// <summary>From the names of RFC 6381.</summary>
    private static string Codec(string codec) => codec.Split('.')[0].ToLowerInvariant() switch
    {
        "avc1" or "avc3" => "H.264",
        "hvc1" or "hev1" => "HEVC",
        "av01" => "AV1",
        "vp09" => "VP9",
        "mp4a" => "AAC",
        "opus" => "Opus",
        "flac" => "FLAC",
        "ac-3" => "AC-3",
        "ec-3" => "E-AC-3",
        _ => codec,
    };
}
