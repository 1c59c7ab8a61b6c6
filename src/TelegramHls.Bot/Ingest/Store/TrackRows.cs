using TelegramHls.Catalog.Model;
using TelegramHls.Media.Fragments;
using TrackKind = TelegramHls.Catalog.Model.TrackKind;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>The tracks of a packaged film as the catalogue keeps them.</summary>
internal static class TrackRows
{
    public static IReadOnlyList<VideoTrack> Of(PackageHeader header) => [.. header.Tracks.Select(Of)];

    private static VideoTrack Of(PackagedTrack track) => new(
        track.Plan.Id,
        track.Plan.Kind == Media.Planning.TrackKind.Video ? TrackKind.Video : TrackKind.Audio,
        track.Codecs,
        track.Plan.Language,
        track.Plan.Title,
        track.Plan.IsDefault,
        Bitrate: null,
        track.Plan.Sound?.Channels,
        track.Plan.Picture?.Width,
        track.Plan.Picture?.Height);
}
