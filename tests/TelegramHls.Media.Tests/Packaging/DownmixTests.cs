using System.Globalization;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Packaging;

/// <summary>Surround sound that becomes stereo: as loud as it was, without clipping.</summary>
public sealed class DownmixTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task PackageAsync_CentreAlone_GoesToBothSidesAtHalfPower()
    {
        (double peak, double power) = await MeasureAsync(peak: 0.1, isEverywhere: false);

        // ITU-R BS.775, table 2: the centre counts 0.7071 in each side. A sine's power lies 3.01 dB below its peak.
        peak.ShouldBe(20 * Math.Log10(0.1 * 0.7071), 0.3);
        power.ShouldBe(20 * Math.Log10(0.1 * 0.7071) - 3.01, 0.2);
    }

    [Fact]
    public async Task PackageAsync_AllChannelsLoud_StaysBelowFullScale()
    {
        (double peak, double power) = await MeasureAsync(peak: 0.99, isEverywhere: true);

        peak.ShouldBeInRange(-1, 0);
        power.ShouldBeGreaterThan(-4.5);
    }

    private async Task<(double Peak, double Power)> MeasureAsync(double peak, bool isEverywhere)
    {
        string source = await ForeignFilms.SixChannels(peak, isEverywhere);
        FileSink stored = await FileSink.PackageAsync(source, _folder.File("stored.mp4"));
        stored.Header!.Tracks.Select(track => track.Plan.Sound!.Channels).ShouldBe([2, 6]);
        string report = await Command.RunAsync("ffmpeg", "-v", "error", "-ss", "1", "-i", stored.Path, "-map", "0:a:0", "-af",
            "astats=metadata=1:measure_perchannel=none:measure_overall=Peak_level+RMS_level,ametadata=print:file=-", "-f", "null", "-");
        return (Last("Peak_level"), Last("RMS_level"));

        double Last(string name) => double.Parse(
            report.Split('\n').Last(line => line.Contains(name, StringComparison.Ordinal)).Split('=')[1], CultureInfo.InvariantCulture);
    }
}
