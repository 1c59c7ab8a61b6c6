using System.ComponentModel.DataAnnotations;

namespace TelegramHls.Bot.Hosting;

/// <summary>Where the program listens and under which address the world sees it. Section <c>Server</c>.</summary>
public sealed class ServerOptions
{
    /// <summary>Name of the section.</summary>
    public const string SectionName = "Server";

    /// <summary>Where the program listens unless told otherwise.</summary>
    public const string EveryAddress = "http://*:8080";

    /// <summary>Where it listens in sandbox mode unless told otherwise.</summary>
    public const string ThisMachine = "http://127.0.0.1:8080";

    /// <summary>Addresses to listen on, separated by <c>;</c>. Default: loopback port 8080 in sandbox mode, else every address.</summary>
    public string? Urls { get; set; }

    /// <summary>Prefix of every link that the bot sends. Default: the listening address, for a wildcard this machine's LAN address.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Bodies of films served at once; past it 503.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Server__MaxStreams must be from 1 to 1000000.")]
    public int MaxStreams { get; set; } = 2000;
}
