using System.Globalization;
using TelegramHls.Bot.Playback.Subtitles;
using TelegramHls.Bot.Wording;
using TelegramHls.Media.Chapters;

namespace TelegramHls.Bot.Web.Pages;

/// <summary>What the watch page shows of a film that plays.</summary>
/// <param name="Title">Title of the film.</param>
/// <param name="Facts">Duration, size, picture in one line.</param>
/// <param name="Width">Width of the picture as shown, in pixels; null for sound alone.</param>
/// <param name="Height">Height of the picture as shown, in pixels; null for sound alone.</param>
/// <param name="Tracks">Its tracks in words.</param>
/// <param name="PosterUrl">Address of the poster; null when there is none.</param>
/// <param name="HlsUrl">Address of the master playlist.</param>
/// <param name="StreamUrl">Address of the progressive MP4.</param>
/// <param name="DownloadUrl">Address of the same bytes as an attachment.</param>
/// <param name="OriginalUrl">Address of the file as it was sent; null where it is not kept.</param>
/// <param name="PlaylistUrl">Address of the small file that opens the film in VLC.</param>
/// <param name="Subtitles">Its subtitles.</param>
/// <param name="Standing">How far a film is that is still in work: only its HLS link works so far; null when it is ready.</param>
public sealed record WatchView(
    string Title,
    string Facts,
    int? Width,
    int? Height,
    IReadOnlyList<TrackWords> Tracks,
    string? PosterUrl,
    string HlsUrl,
    string StreamUrl,
    string DownloadUrl,
    string? OriginalUrl,
    string PlaylistUrl,
    IReadOnlyList<SubtitleLink> Subtitles,
    WorkStanding? Standing = null)
{
    /// <summary>Address of the list of small pictures by which one finds a place; null when there are none.</summary>
    public string? PreviewsUrl { get; init; }

    /// <summary>Address of the chapters for the player; null when there are none.</summary>
    public string? ChaptersUrl { get; init; }

    /// <summary>The chapters, in order.</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    /// <summary>Address of the progressive MP4 of the version that plays everywhere; null where there is none beside the film.</summary>
    public string? CompatibleUrl { get; init; }

    /// <summary>What a browser plays that plays no HLS.</summary>
    public string FallbackUrl => CompatibleUrl ?? StreamUrl;

    /// <summary>False for sound alone.</summary>
    public bool HasPicture => Width is not null;

    /// <summary>What a browser plays without script.</summary>
    public string PlainUrl => IsGrowing ? HlsUrl : FallbackUrl;

    /// <summary>The film from that moment on, for a browser without script.</summary>
    public string From(TimeSpan moment) => string.Create(CultureInfo.InvariantCulture, $"{PlainUrl}#t={moment.TotalSeconds:0.###}");

    /// <summary>True while more of the film is to come.</summary>
    public bool IsGrowing => Standing is not null;
}
