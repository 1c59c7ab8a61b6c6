using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Rows;

internal sealed class TrackRow
{
    public VideoId VideoId { get; set; }

    public required string Name { get; set; }

    /// <summary>Place in the list, from 0.</summary>
    public int Place { get; set; }

    public TrackKind Kind { get; set; }

    public required string Codec { get; set; }

    public string? Language { get; set; }

    public string? Title { get; set; }

    public bool IsDefault { get; set; }

    public long? Bitrate { get; set; }

    public int? Channels { get; set; }

    public int? Width { get; set; }

    public int? Height { get; set; }

    public string? Companion { get; set; }

    public bool IsForced { get; set; }

    public bool IsHearingImpaired { get; set; }

    public bool IsAdded { get; set; }

    public VideoTrack ToTrack() =>
        new(Name, Kind, Codec, Language, Title, IsDefault, Bitrate, Channels, Width, Height, Companion, IsForced, IsHearingImpaired, IsAdded);

    public static TrackRow Of(VideoId video, int place, VideoTrack track) => new()
    {
        VideoId = video,
        Place = place,
        Name = track.Name,
        Kind = track.Kind,
        Codec = track.Codec,
        Language = track.Language,
        Title = track.Title,
        IsDefault = track.IsDefault,
        Bitrate = track.Bitrate,
        Channels = track.Channels,
        Width = track.Width,
        Height = track.Height,
        Companion = track.Companion,
        IsForced = track.IsForced,
        IsHearingImpaired = track.IsHearingImpaired,
        IsAdded = track.IsAdded,
    };
}
