using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Media.Processes;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>ffmpeg and ffprobe are there, new enough, and were built with what films need.</summary>
internal sealed class FFmpegCheck(IFFmpegLocator locator) : ICheck
{
    private const string Key = "Media:FFmpegDirectory";
    private const string Remedy = "apt-get install ffmpeg, or set it to the folder that holds ffmpeg and ffprobe";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        FFmpegTools tools = await locator.FindAsync(cancellationToken);
        if (tools is not FFmpegTools.Found found)
        {
            return [tools.Match(_ => Finding.Ok(Key, string.Empty), missing => Finding.Error(Key, missing.Reason, Remedy))];
        }

        IReadOnlyList<string> lacking = await FFmpegInventory.FindLackingAsync(found.FFmpegPath, cancellationToken);
        return
        [
            lacking.Count == 0
                ? Finding.Ok(Key, $"ffmpeg {found.Version} and ffprobe, in {Path.GetDirectoryName(found.FFmpegPath)}")
                : Finding.Error(Key, $"{found.FFmpegPath} was built without {string.Join(", ", lacking)}", Remedy),
        ];
    }
}
