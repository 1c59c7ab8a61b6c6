namespace TelegramHls.Media.Playlists;

/// <summary>A playlist among which players choose by what they can play.</summary>
/// <param name="Track">Its segments: pictures, or sound where there are none.</param>
/// <param name="Version">Version of the stored file that holds them; part of their address.</param>
public sealed record PictureVariant(TrackSegments Track, int Version);
