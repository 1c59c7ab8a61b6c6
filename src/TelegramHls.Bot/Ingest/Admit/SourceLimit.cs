using Microsoft.Extensions.Options;
using TelegramHls.Bot.Wording;
using TelegramHls.Media;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Ingest.Admit;

/// <summary>The largest source that can be taken in here, and what to say above it.</summary>
internal sealed class SourceLimit(IOptions<TelegramOptions> telegram, IOptions<MediaOptions> media)
{
    // BOT_API: getFile of a server without --local gives back up to 20 MiB, of a local one up to what Telegram keeps.
    private const long CloudDownload = 20_971_520;
    private const long LocalDownload = 2_097_152_000;

    /// <summary>Bytes.</summary>
    public long Bytes => Math.Min(Download, media.Value.MaxSourceBytes);

    /// <summary>Bytes of the largest file that the Bot API server gives back.</summary>
    public long Download => telegram.Value.Local ? LocalDownload : CloudDownload;

    /// <summary>The refusal of a source; null when it fits.</summary>
    /// <param name="size">Bytes.</param>
    /// <param name="isLocal">It lies on this machine, so Telegram's limits are none for it.</param>
    public string? Refuse(long size, bool isLocal)
    {
        if (size > media.Value.MaxSourceBytes)
        {
            return $"This file is {Amount.Bytes(size)}; films of up to {Amount.Bytes(media.Value.MaxSourceBytes)} are taken in here "
                + "(setting Media__MaxSourceBytes).";
        }

        if (size <= Bytes || isLocal)
        {
            return null;
        }

        return telegram.Value.Local
            ? $"This file is {Amount.Bytes(size)}; Telegram gives a bot files of up to 2 GB."
            : $"This file is {Amount.Bytes(size)}; Telegram's cloud server lets bots read 20 MB. "
                + "Run the local Bot API server (see /help local), or on the server: telegramhls add FILE";
    }
}
