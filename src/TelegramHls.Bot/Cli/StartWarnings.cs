using System.Globalization;
using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;
using TelegramHls.Media.Processes;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Cli;

/// <summary>
/// Says at the start what keeps films from being taken in, or from being kept as told; those that are stored can be watched all the
/// same.
/// </summary>
internal sealed class StartWarnings(
    IFFmpegLocator ffmpeg,
    DataDirectory directory,
    IOptions<DataOptions> options,
    IOptions<StorageOptions> storage,
    IOptions<TelegramOptions> telegram,
    RetiredBots retired,
    IPoolStatus pool)
{
    private const string NoIntake = "films cannot be taken in";

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        FFmpegTools tools = await ffmpeg.FindAsync(cancellationToken);
        if (tools is FFmpegTools.Missing missing)
        {
            await Warning(NoIntake, missing.Reason, "apt-get install ffmpeg, or set Media__FFmpegDirectory to the folder that holds it");
        }

        long free = directory.FreeBytes();
        if (free < options.Value.MinFreeBytes)
        {
            await Warning(
                NoIntake,
                $"The disk of {directory.Root} has {Amount.Bytes(free)} free; {Amount.Bytes(options.Value.MinFreeBytes)} must stay so.",
                "free some space, or lower Data__MinFreeBytes");
        }

        foreach (long bot in retired.Bots.Where(bot => telegram.Value.StorageBots.Any(named => IsOf(named, bot))))
        {
            await Warning(
                $"bot {bot} gets no new parts",
                "It was retired.",
                $"remove it from the settings, or telegramhls bots retire {bot} --undo");
        }

        int channels = pool.Look().Channels.Count;
        if (channels < storage.Value.Replicas)
        {
            await Warning(
                "parts get fewer replicas than they should",
                $"Storage__Replicas is {storage.Value.Replicas}, but the storage bots have {channels} {(channels == 1 ? "channel" : "different channels")}.",
                "give the storage bots more channels, or lower Storage__Replicas; telegramhls config check tells more");
        }
    }

    private static bool IsOf(BotOptions named, long bot) =>
        named.Token?.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{bot}:"), StringComparison.Ordinal) ?? false;

    private static Task Warning(string what, string cause, string remedy) =>
        new Explanation(ExitCode.Done, what, cause, remedy).WriteAsync("warning");
}
