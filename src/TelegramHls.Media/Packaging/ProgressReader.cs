using System.Globalization;
using TelegramHls.Core.Waiting;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Packaging;

/// <summary>Reads ffmpeg's log, where progress comes as <c>key=value</c> lines between the messages.</summary>
internal sealed class ProgressReader(TimeSpan? duration, StallWatch stall, IProgress<PackagingProgress>? progress)
{
    private readonly LogTail _tail = new();
    private TimeSpan _position;
    private double? _speed;

    /// <summary>The last messages.</summary>
    public string Tail => _tail.ToString();

    /// <summary>The time of the film that has been reached.</summary>
    public TimeSpan Position => _position;

    public void Read(string line)
    {
        int equals = line.IndexOf('=', StringComparison.Ordinal);
        string value = equals < 0 ? string.Empty : line[(equals + 1)..].Trim();
        switch (equals < 0 ? string.Empty : line[..equals])
        {
            case "out_time_us":
                if (long.TryParse(value, out long microseconds) && microseconds > 0)
                {
                    var position = TimeSpan.FromMicroseconds(microseconds);
                    if (position > _position)
                    {
                        stall.Moved();
                    }

                    _position = position;
                }

                break;
            case "speed":
                _speed = double.TryParse(value.TrimEnd('x'), NumberStyles.Float, CultureInfo.InvariantCulture, out double speed)
                    ? speed
                    : null;
                break;
            case "progress":
                progress?.Report(new PackagingProgress(_position, Fraction(), _speed));
                break;
            case "frame" or "fps" or "bitrate" or "total_size" or "out_time" or "out_time_ms" or "dup_frames" or "drop_frames":
                break;
            case { } key when key.StartsWith("stream_", StringComparison.Ordinal):
                break;
            default:
                _tail.Add(line);
                break;
        }
    }

    private double? Fraction() =>
        duration is { } whole && whole > TimeSpan.Zero ? Math.Clamp(_position / whole, 0, 1) : null;
}
