using System.Net;

namespace Telegram.Bot.Http;

/// <summary>The rest of a stream as a part, copied through one small buffer. The stream stays open.</summary>
internal sealed class FilePart : HttpContent
{
    private const int BufferSize = 128 * 1024;

    private readonly Stream _source;
    private readonly long _start;

    public FilePart(Stream source)
    {
        _source = source;
        _start = source.CanSeek ? source.Position : 0;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_source.CanSeek)
            _source.Position = _start;
        await _source.CopyToAsync(stream, BufferSize, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _source.CanSeek ? _source.Length - _start : 0;
        return _source.CanSeek;
    }
}
