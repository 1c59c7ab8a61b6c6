using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary>The round trip of one bot, as <c>--json</c> gives it. What failed has no figure.</summary>
/// <param name="Bot">The bot's number.</param>
/// <param name="Chat">The number of the channel.</param>
/// <param name="Ok">The same bytes came back, and nothing was left behind.</param>
/// <param name="Bytes">Length of the document.</param>
/// <param name="UploadBytesPerSecond">On the way there.</param>
/// <param name="DownloadBytesPerSecond">On the way back, with the call that locates it.</param>
/// <param name="LatencySeconds">What a call takes that moves nothing.</param>
internal sealed record BotTrip(
    string Bot,
    long Chat,
    bool Ok,
    int Bytes,
    double? UploadBytesPerSecond,
    double? DownloadBytesPerSecond,
    double? LatencySeconds)
{
    public static BotTrip Of(string bot, long chat, RoundTrip trip) => new(
        bot,
        chat,
        trip is { Trouble: null, Left: null },
        trip.Bytes,
        trip.UploadSpeed,
        trip.DownloadSpeed,
        trip.Latency?.TotalSeconds);
}
