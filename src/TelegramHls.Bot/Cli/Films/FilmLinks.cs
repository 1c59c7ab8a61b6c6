using TelegramHls.Bot.Playback;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>Where a film plays.</summary>
internal sealed record FilmLinks(string Watch, string Hls, string Stream, string Download, string Playlist)
{
    public static FilmLinks Of(ShareAddresses addresses) =>
        new(addresses.Watch, addresses.Hls, addresses.Stream, addresses.Download, addresses.Playlist);

    /// <summary>A line for each.</summary>
    public IEnumerable<string> Lines() =>
        [$"watch:    {Watch}", $"hls:      {Hls}", $"stream:   {Stream}", $"download: {Download}"];
}
