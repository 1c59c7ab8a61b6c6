using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>
/// How far a film is while it is packaged and stored: by bytes where most of them are copied, and by the film's own time
/// where they are encoded, since nobody knows before how many that will be. Never goes backwards.
/// </summary>
internal sealed class StoreMeter : IProgress<PackagingProgress>, IProgress<StoreProgress>
{
    private readonly Lock _turn = new();
    private readonly Action<VideoStatus> _show;
    private readonly Pace _encoding;
    private readonly Pace _storing;
    private readonly string _activity;
    private readonly TimeSpan? _duration;
    private readonly long _sourceSize;
    private readonly bool _isEncoded;
    private readonly bool _isEstimate;
    private TimeSpan _position;
    private long _stored;
    private double _share;
    private long? _packaged;

    public StoreMeter(PackagePlan plan, long sourceSize, TimeProvider clock, Action<VideoStatus> show)
    {
        (_show, _encoding, _storing) = (show, new Pace(clock), new Pace(clock));
        (_activity, _duration, _sourceSize) = (MethodText.Activity(plan), plan.Duration, sourceSize);
        _isEncoded = plan.Tracks[0].Action == TrackAction.Encode;
        _isEstimate = plan.Tracks.Any(track => track.Action == TrackAction.Encode);
    }

    /// <summary>Takes what ffmpeg says.</summary>
    public void Report(PackagingProgress value)
    {
        lock (_turn)
        {
            _position = value.Position > _position ? value.Position : _position;
            _encoding.Note(_position.TotalSeconds);
            Tell();
        }
    }

    /// <summary>Takes what the storage says.</summary>
    public void Report(StoreProgress value)
    {
        lock (_turn)
        {
            _stored = Math.Max(_stored, value.Bytes);
            _storing.Note(_stored);
            Tell();
        }
    }

    /// <summary>ffmpeg has ended; from now on the size is known.</summary>
    /// <param name="length">Bytes of the stream.</param>
    public void Packaged(long length)
    {
        lock (_turn)
        {
            _packaged = length;
            Tell();
        }
    }

    private void Tell() => _show(
        !_isEncoded ? ByBytes()
        : _packaged is { } length ? new VideoStatus.Finishing(Math.Max(0, length - _stored), _storing.Left(length))
        : ByTime());

    private VideoStatus.Moving ByBytes()
    {
        long total = Math.Max(_packaged ?? _sourceSize, _stored);
        _share = Math.Max(_share, total > 0 ? (double)_stored / total : 0);
        bool isEstimate = _isEstimate && _packaged is null;
        return new VideoStatus.Moving(_activity, _stored, total, _storing.Rate, _storing.Left(total), isEstimate, _share);
    }

    private VideoStatus.Encoding ByTime()
    {
        TimeSpan done = _duration < _position ? _duration.Value : _position;
        return new VideoStatus.Encoding(
            _activity, done, _duration, _encoding.Rate, _duration is { } whole ? _encoding.Left(whole.TotalSeconds) : null);
    }
}
