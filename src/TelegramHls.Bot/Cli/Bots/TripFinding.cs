using System.Globalization;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Wording;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary>A round trip in words, with what to fix.</summary>
internal static class TripFinding
{
    /// <summary>How it went, and what it left behind where it could not tidy up.</summary>
    public static IEnumerable<Finding> Of(string subject, RoundTrip trip)
    {
        yield return trip.Trouble is { } trouble
            ? Finding.Error(subject, $"{Amount.Bytes(trip.Bytes)} there and back: {trouble}", Remedy(trip))
            : Finding.Ok(
                subject,
                $"{Amount.Bytes(trip.Bytes)} there and back, the same bytes: up {Amount.Speed(trip.UploadSpeed!.Value)}, "
                + $"down {Amount.Speed(trip.DownloadSpeed!.Value)}, {Milliseconds(trip.Latency!.Value)} a call");
        if (trip.Left is { } left)
        {
            yield return Finding.Warning(subject, $"left behind: {left}", "delete it by hand in the channel");
        }
    }

    private static string Milliseconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, time.TotalMilliseconds):0} ms");

    private static string Remedy(RoundTrip trip) => trip switch
    {
        { Latency: null } => "see that the Bot API server runs and can be reached, then run it again",
        { Upload: null } => "run it again; if it stays so, see the channel's settings, Administrators, and the log of the Bot API server",
        { Download: null } => "with a local Bot API server, let this program read its files (Telegram__Local, its group); else run it again",
        _ => "something between here and Telegram changes bytes: look for a proxy, or run it again",
    };
}
