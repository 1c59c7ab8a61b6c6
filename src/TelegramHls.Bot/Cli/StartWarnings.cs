using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;
using TelegramHls.Media.Processes;

namespace TelegramHls.Bot.Cli;

/// <summary>Says at the start what keeps films from being taken in; those that are stored can be watched all the same.</summary>
internal sealed class StartWarnings(IFFmpegLocator ffmpeg, DataDirectory directory, IOptions<DataOptions> options)
{
    private const string NoIntake = "films cannot be taken in";

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        FFmpegTools tools = await ffmpeg.FindAsync(cancellationToken);
        if (tools is FFmpegTools.Missing missing)
        {
            await Warning(missing.Reason, "apt-get install ffmpeg, or set Media__FFmpegDirectory to the folder that holds it");
        }

        long free = directory.FreeBytes();
        if (free < options.Value.MinFreeBytes)
        {
            await Warning(
                $"The disk of {directory.Root} has {Amount.Bytes(free)} free; {Amount.Bytes(options.Value.MinFreeBytes)} must stay so.",
                "free some space, or lower Data__MinFreeBytes");
        }
    }

    private static Task Warning(string cause, string remedy) =>
        new Explanation(ExitCode.Done, NoIntake, cause, remedy).WriteAsync("warning");
}
