using System.Net;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Playback.Viewers;

/// <summary>What one viewer got so far, over all requests. Guarded by itself; bodies report while they run.</summary>
internal sealed class Viewing(Video film, ViewerProtocol protocol, IPAddress? address, DateTimeOffset since)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly List<Body> _open = [];
    private readonly DateTimeOffset _since = since;
    private DateTimeOffset _last = since;
    private DateTimeOffset _windowAt = since;
    private long _windowBytes;
    private long _done;
    private double _speed;
    private TimeSpan? _position;
    private double? _share;

    public ViewerProtocol Protocol => protocol;

    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _done + _open.Sum(body => body.Bytes);
            }
        }
    }

    /// <summary>A body begins; its bytes are what the stream's position moves by.</summary>
    public Body Enter(Stream stream, TimeSpan? position)
    {
        var body = new Body(stream);
        lock (_gate)
        {
            _open.Add(body);
            _position = position ?? _position;
        }

        return body;
    }

    public void Leave(Body body, DateTimeOffset now)
    {
        lock (_gate)
        {
            _open.Remove(body);
            _done += body.Bytes;
            _share = body.Share;
            _last = now;
        }
    }

    /// <summary>True once no body is open and the last one is so long ago.</summary>
    public bool IsGone(DateTimeOffset now, TimeSpan idle)
    {
        lock (_gate)
        {
            return _open.Count == 0 && now - _last > idle;
        }
    }

    public Viewer Look(DateTimeOffset now)
    {
        lock (_gate)
        {
            long bytes = _done + _open.Sum(body => body.Bytes);
            if (now - _windowAt >= Window)
            {
                _speed = (bytes - _windowBytes) / (now - _windowAt).TotalSeconds;
                (_windowAt, _windowBytes) = (now, bytes);
            }

            double speed = _speed > 0 || now - _windowAt < TimeSpan.FromSeconds(1) ? _speed : (bytes - _windowBytes) / (now - _windowAt).TotalSeconds;
            return new Viewer(
                film.Id,
                film.Title,
                protocol,
                ShortAddress.Of(address),
                _since,
                _open.Count > 0 ? now : _last,
                bytes,
                speed,
                _position,
                protocol == ViewerProtocol.Hls ? null : _open.LastOrDefault()?.Share ?? _share);
        }
    }

    /// <summary>One answer on its way.</summary>
    internal sealed class Body(Stream stream)
    {
        private readonly long _from = stream.Position;

        public long Bytes => stream.Position - _from;

        public double Share => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;
    }
}
