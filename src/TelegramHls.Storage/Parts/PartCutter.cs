using System.Security.Cryptography;
using TelegramHls.Core.Ids;

namespace TelegramHls.Storage.Parts;

/// <summary>
/// Cuts a run of bytes into parts and spools each into a file of its own. The cuts depend only on video, sizes, bytes
/// and boundaries, not on how the bytes were chunked, so a repeated run makes the same parts.
/// </summary>
internal sealed class PartCutter(
    VideoId video,
    PartSizes sizes,
    string directory,
    Func<SpooledPart, CancellationToken, ValueTask> emit) : IAsyncDisposable
{
    private const int FileBuffer = 128 * 1024;
    private const int WorthAThread = 16 * 1024;

    private readonly IncrementalHash _whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly PartHasher _hasher = new();
    private FileStream? _file;
    private bool _endHere;
    private int _index;
    private int _length;
    private long _offset;

    /// <summary>Bytes taken so far.</summary>
    public long Length => _offset + _length;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (_endHere)
        {
            await EndPartAsync(cancellationToken);
        }

        while (!bytes.IsEmpty)
        {
            int limit = sizes.LimitOf(video, _index);
            int count = Math.Min(bytes.Length, limit - _length);
            await AppendAsync(bytes[..count], cancellationToken);
            bytes = bytes[count..];
            if (_length == limit)
            {
                await EndPartAsync(cancellationToken);
            }
        }
    }

    /// <summary>A fragment ended after the last byte: the part ends here when it is nearly full.</summary>
    public void MarkBoundary() => _endHere = _length > 0 && _length >= sizes.NearOf(video, _index);

    /// <summary>Ends the last part. Returns the SHA-256 of all bytes, 64 lower-case hex digits.</summary>
    public async ValueTask<string> FinishAsync(CancellationToken cancellationToken)
    {
        if (_length > 0)
        {
            await EndPartAsync(cancellationToken);
        }

        return Convert.ToHexStringLower(_whole.GetHashAndReset());
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            await _file.DisposeAsync();
            File.Delete(_file.Name);
        }

        _whole.Dispose();
        _hasher.Dispose();
    }

    private async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _file ??= new FileStream(
            Path.Combine(directory, $"{_index:D5}.part"),
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                BufferSize = FileBuffer,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        await HashAsync(bytes, _file.WriteAsync(bytes, cancellationToken));
        _length += bytes.Length;
    }

    /// <summary>Hashes are most of the work: those of the part and of the whole run on two processors, while the spool takes the bytes.</summary>
    private async ValueTask HashAsync(ReadOnlyMemory<byte> bytes, ValueTask spooled)
    {
        Task whole = bytes.Length < WorthAThread
            ? Task.CompletedTask
            : Task.Run(() => _whole.AppendData(bytes.Span), CancellationToken.None);
        _hasher.Append(bytes.Span);
        if (bytes.Length < WorthAThread)
        {
            _whole.AppendData(bytes.Span);
        }

        // The bytes are the caller's again once this comes back, also when the disk is full.
        await whole;
        await spooled;
    }

    private async ValueTask EndPartAsync(CancellationToken cancellationToken)
    {
        FileStream file = _file ?? throw new InvalidOperationException("A part without bytes cannot end.");
        await file.DisposeAsync();
        var part = new SpooledPart(_index, _offset, _length, _hasher.Finish(), file.Name);
        _file = null;
        _endHere = false;
        _index++;
        _offset += _length;
        _length = 0;
        await emit(part, cancellationToken);
    }
}
