using System.Collections.Immutable;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Ropes;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Playlists;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests;

/// <summary>A film's playlists, init segments and segments written out as files under the names of their addresses.</summary>
internal static class HlsFolder
{
    private static readonly StoredFileId File = StoredFileId.From("stored");

    /// <summary>Writes everything and returns the path of the master playlist.</summary>
    public static async Task<string> WriteAsync(IndexedFilm film, TempDirectory folder)
    {
        FragmentTable table = film.Table();
        ImmutableArray<TrackSegments> tracks = TrackSegments.Cut(table, table.Length);
        string master = folder.File("master.m3u8");
        await WriteTextAsync(master, MasterPlaylist.Write(tracks, [], version: 1));
        await using FileStream stored = System.IO.File.OpenRead(film.Stored.Path);
        foreach (TrackSegments track in tracks)
        {
            string id = track.Track.Plan.Id;
            Directory.CreateDirectory(folder.File(id));
            await WriteTextAsync(folder.File(id + ".m3u8"), MediaPlaylist.Write(track, table.Header.TargetDuration, version: 1));
            await System.IO.File.WriteAllBytesAsync(folder.File($"{id}/init.mp4"), track.Track.Init.ToArray());
            foreach (Segment segment in track.Segments)
            {
                await System.IO.File.WriteAllBytesAsync(
                    folder.File($"{id}/{segment.Number}.m4s"), await ReadAsync(track.RopeOf(segment, File), stored));
            }
        }

        return master;
    }

    public static async Task<byte[]> ReadAsync(Rope rope, FileStream stored)
    {
        using var bytes = new MemoryStream();
        foreach (Piece piece in rope.Pieces)
        {
            Piece.Stored range = piece.ShouldBeOfType<Piece.Stored>();
            byte[] part = new byte[range.Count];
            stored.Position = range.Offset;
            await stored.ReadExactlyAsync(part);
            bytes.Write(part);
        }

        return bytes.ToArray();
    }

    // Files have no query.
    private static Task WriteTextAsync(string path, string text) =>
        System.IO.File.WriteAllTextAsync(path, text.Replace("?v=1", string.Empty, StringComparison.Ordinal));
}
