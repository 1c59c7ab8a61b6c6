using System.Collections.Concurrent;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>Gives out parts of a known file; a test may hold it back, cut it short or spoil it, attempt by attempt.</summary>
internal sealed class ScriptedSource(byte[] file) : IPartSource
{
    private int _opened;

    /// <summary>Part, attempt and offset of each opening.</summary>
    public ConcurrentQueue<(int Part, int Attempt, int Offset)> Openings { get; } = [];

    public int Opened => _opened;

    public int Disposed { get; private set; }

    /// <summary>What the next opening gives instead of the part's true bytes.</summary>
    public Func<int, byte[], byte[]> Spoil { get; set; } = (_, bytes) => bytes;

    /// <summary>Every read waits for it.</summary>
    public Func<CancellationToken, Task> Gate { get; set; } = _ => Task.CompletedTask;

    public Task<OpenedPart> OpenAsync(
        StoredFileId file1, StoredPart part, WaysTried tried, Task wanted, int offset, CancellationToken cancellationToken)
    {
        const string Way = "the only one";
        Openings.Enqueue((part.Index, tried.FailuresOf(Way), offset));
        tried.Take(Way);
        int opening = Interlocked.Increment(ref _opened) - 1;
        byte[] bytes = Spoil(opening, file.AsSpan((int)part.Offset, part.Length).ToArray());
        var stream = new GatedStream(this, bytes[Math.Min(offset, bytes.Length)..]);
        return Task.FromResult(new OpenedPart(stream, Place: null));
    }

    private sealed class GatedStream(ScriptedSource source, byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await source.Gate(cancellationToken);
            return Read(buffer.Span[..Math.Min(buffer.Length, 50_000)]);
        }

        protected override void Dispose(bool disposing)
        {
            source.Disposed++;
            base.Dispose(disposing);
        }
    }
}
