using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Playback;

/// <summary>The addresses of one video under one share key.</summary>
/// <param name="publicUrl">Prefix; empty for addresses relative to this server.</param>
/// <param name="key">The share key.</param>
/// <param name="title">Becomes the cosmetic file name.</param>
public sealed class ShareAddresses(string publicUrl, string key, string title)
{
    /// <summary>Name of the part of an address that asks for another version of the film.</summary>
    public const string RenditionQuery = "rendition";

    /// <summary>The version that plays everywhere.</summary>
    public const string Compatible = "compatible";

    private readonly string _name = Uri.EscapeDataString(FileNames.From(title));

    /// <summary>The watch page.</summary>
    public string Watch => $"{publicUrl}/w/{key}";

    /// <summary>The HLS master playlist.</summary>
    public string Hls => $"{publicUrl}/hls/{key}/master.m3u8";

    /// <summary>The progressive MP4.</summary>
    public string Stream => $"{publicUrl}/stream/{key}/{_name}.mp4";

    /// <summary>The progressive MP4 of the version that plays everywhere.</summary>
    public string CompatibleStream => $"{Stream}?{RenditionQuery}={Compatible}";

    /// <summary>The same bytes as an attachment.</summary>
    public string Download => $"{publicUrl}/dl/{key}/{_name}.mp4";

    /// <summary>The file as it was sent, under the name that it had.</summary>
    public string Original(string fileName) => $"{publicUrl}/dl/{key}/original/{Uri.EscapeDataString(FileNames.Safe(fileName))}";

    /// <summary>The small file by which VLC finds the stream link.</summary>
    public string Playlist => $"{publicUrl}/play/{key}.m3u";

    /// <summary>The small file by which VLC finds the HLS link.</summary>
    public string HlsPlaylist => $"{Playlist}?via=hls";

    /// <summary>A picture or what belongs to it, under an address that changes with its bytes.</summary>
    /// <param name="name">Its name, such as <c>poster.jpg</c>.</param>
    /// <param name="tag">What the bytes are known by.</param>
    public string Picture(string name, string tag) => $"{publicUrl}/img/{key}/{name}?v={tag}";

    /// <summary>Addresses for the world, as the bot sends them.</summary>
    public static ShareAddresses Public(PublicUrl publicUrl, string key, string title) => new(publicUrl.Value, key, title);

    /// <summary>Addresses for a page of this server.</summary>
    public static ShareAddresses Local(string key, string title) => new(string.Empty, key, title);
}
