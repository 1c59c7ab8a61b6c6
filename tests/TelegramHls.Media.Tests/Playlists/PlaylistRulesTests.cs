using System.Text.Json;
using TelegramHls.Testing;
using TelegramHls.Testing.Playlists;

namespace TelegramHls.Media.Tests.Playlists;

/// <summary>Playlists as RFC 8216 wants them, held against the bytes that they lead to.</summary>
public sealed class PlaylistRulesTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("two-languages", "en ru")]
    [InlineData("hevc", "")]
    [InlineData("variable", "")]
    [InlineData("rotated", "")]
    [InlineData("ac3", "")]
    [InlineData("sound", "")]
    public Task Playlists_OfAFilm_KeepToRfc8216(string source, string languages) => CheckAsync(source, languages);

    [Theory]
    [Trait("Category", "Soak")]
    [MemberData(nameof(Sources.All), MemberType = typeof(Sources))]
    public Task Playlists_OfAnySource_KeepToRfc8216(string source) => CheckAsync(source, languages: null);

    private async Task CheckAsync(string source, string? languages)
    {
        string path = await Sources.MakeAsync(source);
        IndexedFilm film = await IndexedFilm.OfAsync(path);
        await HlsFolder.WriteAsync(film, _folder);

        ServedFilm served = await ServedFilm.FetchAsync(uri => File.ReadAllBytesAsync(_folder.File(uri)));

        served.ShouldKeepToTheRules(await PictureAsync(path));
        served.Tracks.Values.ShouldAllBe(track => track.Playlist.IsEnded);
        if (languages is not null)
        {
            string.Join(' ', served.Master.Renditions.Select(one => one.Language)).Trim().ShouldBe(languages);
        }
    }

    private static async Task<JsonElement?> PictureAsync(string path)
    {
        string report = await Command.RunAsync("ffprobe", "-v", "error", "-select_streams", "V:0", "-show_streams", "-of", "json", path);
        JsonElement streams = JsonSerializer.Deserialize<JsonElement>(report).GetProperty("streams");
        return streams.GetArrayLength() > 0 ? streams[0] : null;
    }
}
