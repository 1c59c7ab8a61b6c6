using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Ingest.Admit;

/// <summary>Keeps the disk above its floor.</summary>
internal sealed class DiskSpace(DataDirectory directory, IOptions<DataOptions> options)
{
    /// <summary>The refusal of a source of that many bytes; null when it fits beside the floor.</summary>
    public string? Refuse(long size)
    {
        long free = directory.FreeBytes();
        return free - size >= options.Value.MinFreeBytes
            ? null
            : $"The server's disk is nearly full: {Amount.Bytes(free)} free, and {Amount.Bytes(options.Value.MinFreeBytes)} must stay so. "
                + "Free some space there, then send the film again.";
    }
}
