using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Kit;

/// <summary>What ffmpeg reads out of a file or an address.</summary>
internal static class Packets
{
    /// <summary>One hash of all packets a track; equal for equal films, whatever container they lie in.</summary>
    public static Task<string> HashesAsync(string source) =>
        Command.RunAsync("ffmpeg", "-v", "error", "-i", source, "-map", "0:v", "-map", "0:a", "-c", "copy", "-f", "streamhash", "-hash", "md5", "-");
}
