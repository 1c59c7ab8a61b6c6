using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary>How fast the pool can store, by what was measured and by what its channels take.</summary>
/// <param name="BytesPerSecond">What both limits leave, added up over the channels.</param>
/// <param name="BotsBytesPerSecond">What the bots upload, each measured alone.</param>
/// <param name="ChannelsBytesPerSecond">Messages a minute times part size, over all channels; null without a limit of messages.</param>
/// <param name="Channels">Different channels.</param>
/// <param name="Limit">Which of both is the lower one: <c>bots</c> or <c>channels</c>.</param>
internal sealed record PoolSpeed(
    double BytesPerSecond, double BotsBytesPerSecond, double? ChannelsBytesPerSecond, int Channels, string Limit)
{
    /// <summary>Adds up what the bots that made the trip can do; null when none did.</summary>
    /// <param name="trips">What was measured.</param>
    /// <param name="messagesPerMinute">What a channel takes; 0 = no limit.</param>
    /// <param name="partSize">Bytes of a full part.</param>
    public static PoolSpeed? Of(IEnumerable<BotTrip> trips, int messagesPerMinute, int partSize)
    {
        double[] uploads =
        [
            .. trips.Where(trip => trip.UploadBytesPerSecond is not null)
                .GroupBy(trip => trip.Chat)
                .Select(chat => chat.DistinctBy(trip => trip.Bot).Sum(trip => trip.UploadBytesPerSecond!.Value)),
        ];
        if (uploads.Length == 0)
        {
            return null;
        }

        double each = messagesPerMinute == 0 ? double.PositiveInfinity : messagesPerMinute * (double)partSize / 60;
        double all = uploads.Sum(upload => Math.Min(upload, each));
        return new PoolSpeed(
            all,
            uploads.Sum(),
            messagesPerMinute == 0 ? null : each * uploads.Length,
            uploads.Length,
            all < uploads.Sum() ? "channels" : "bots");
    }

    public Finding Tell(int messagesPerMinute, int partSize)
    {
        string channels = ChannelsBytesPerSecond is { } most
            ? $"{Channels} {(Channels == 1 ? "channel takes" : "channels take")} {messagesPerMinute} parts of {Amount.Bytes(partSize)} a minute"
                + $"{(Channels == 1 ? string.Empty : " each")}, {Amount.Speed(most)}"
            : "no limit of messages is set";
        return Finding.Ok(
            "pool",
            $"can store up to {Amount.Speed(BytesPerSecond)}: {channels}; the bots upload {Amount.Speed(BotsBytesPerSecond)} together, "
            + $"each measured alone; the {Limit} are the limit");
    }
}
