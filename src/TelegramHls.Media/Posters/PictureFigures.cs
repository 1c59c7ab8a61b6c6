using System.Globalization;

namespace TelegramHls.Media.Posters;

/// <summary>Reads what ffmpeg's filters say of a picture, line by line.</summary>
internal sealed class PictureFigures
{
    private const string Mark = "lavfi.";

    private readonly Dictionary<string, double> _figures = new(StringComparer.Ordinal);

    /// <summary>A line of the log: <c>[…] lavfi.signalstats.YAVG=88.8</c>, or anything else.</summary>
    public void Read(string line)
    {
        int start = line.IndexOf(Mark, StringComparison.Ordinal);
        int equals = start < 0 ? -1 : line.IndexOf('=', start);
        if (equals >= 0 && double.TryParse(line.AsSpan(equals + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double figure))
        {
            // ffmpeg may look at another picture before it notices that it has what it wanted.
            _figures.TryAdd(line[(start + Mark.Length)..equals], figure);
        }
    }

    /// <summary>The first figure of that name, as in <c>signalstats.YAVG</c>; 0 where there was none.</summary>
    public double Of(string name) => _figures.GetValueOrDefault(name);
}
