namespace TelegramHls.Bot.Playback;

/// <summary>
/// Stands for a body while ASP.NET works out status, range and headers: it has a length, can be sought and gives no bytes,
/// but notes whether and from where it was read. The bytes themselves are copied by a loop of ours, which is faster.
/// </summary>
internal sealed class BodyAsked(long length) : Stream
{
    /// <summary>True once a body is wanted: not for HEAD, 304, 412 and 416.</summary>
    public bool IsWanted { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    /// <summary>The first byte that is wanted.</summary>
    public override long Position { get; set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        IsWanted = true;
        return ValueTask.FromResult(0);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        IsWanted = true;
        return 0;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
