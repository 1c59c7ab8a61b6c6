using System.Diagnostics.Metrics;
using TelegramHls.Bot.Playback;
using TelegramHls.Bot.Playback.Viewers;

namespace TelegramHls.Bot.Health.Metrics;

/// <summary>How many watch now and how much they got, as instruments.</summary>
internal sealed class ViewerGauges(ViewerBoard viewers, StreamGate gate) : IDisposable
{
    private readonly Meter _meter = new("TelegramHls.Bot.Playback");

    /// <summary>Makes the instruments; they are asked when somebody looks.</summary>
    public void Create()
    {
        _meter.CreateObservableGauge("viewers", Count, null, "People who watch or download now, by the way they do.");
        _meter.CreateObservableGauge("playback.open", () => gate.Open, null, "Bodies of films on their way.");
        _meter.CreateObservableCounter("playback.served", Served, "By", "Bytes of films that left, by the way they did.");
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Count()
    {
        IReadOnlyList<Viewer> now = viewers.Look();
        return Enum.GetValues<ViewerProtocol>().Select(way => new Measurement<int>(now.Count(viewer => viewer.Protocol == way), Tag(way)));
    }

    private IEnumerable<Measurement<long>> Served() =>
        Enum.GetValues<ViewerProtocol>().Select(way => new Measurement<long>(viewers.BytesOf(way), Tag(way)));

    private static KeyValuePair<string, object?> Tag(ViewerProtocol way) => new("protocol", way.ToString().ToLowerInvariant());
}
