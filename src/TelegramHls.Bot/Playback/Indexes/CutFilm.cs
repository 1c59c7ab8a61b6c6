using System.Collections.Immutable;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Playlists;

namespace TelegramHls.Bot.Playback.Indexes;

/// <summary>A ready film cut into segments; kept in memory while it is watched.</summary>
internal sealed record CutFilm(PackageHeader Header, ImmutableArray<TrackSegments> Tracks)
{
    /// <summary>The track of that id (<c>v0</c>, <c>a0</c> …), or null.</summary>
    public TrackSegments? Find(string id) => Tracks.FirstOrDefault(track => track.Track.Plan.Id == id);
}
