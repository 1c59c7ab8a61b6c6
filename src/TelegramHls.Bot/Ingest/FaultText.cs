using TelegramHls.Bot.Hosting;
using TelegramHls.Core.Jobs;
using TelegramHls.Media.Packaging;

namespace TelegramHls.Bot.Ingest;

/// <summary>What the history keeps of a fault.</summary>
internal sealed class FaultText(DataDirectory directory)
{
    /// <summary>The fault in words without paths of this machine, and in detail.</summary>
    public JobFault Of(Exception cause, TimeSpan took) => new(
        cause.Message
            .Replace(directory.Root + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal)
            .Replace(Path.GetTempPath(), string.Empty, StringComparison.Ordinal),
        DetailOf(cause),
        took);

    /// <summary>The end of ffmpeg's log where it was ffmpeg, and where in the program it happened.</summary>
    public static string DetailOf(Exception cause) =>
        cause is PackagingException { LogTail: { Length: > 0 } tail } ? $"{tail}\n\n{cause}" : cause.ToString();
}
