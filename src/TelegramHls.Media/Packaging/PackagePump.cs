using System.Buffers;
using TelegramHls.Core.Waiting;
using TelegramHls.Media.Boxes;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Packaging;

/// <summary>Carries ffmpeg's output to the sink and tells it where the header and each fragment end.</summary>
internal sealed class PackagePump(PackagePlan plan, IPackageSink sink, StallWatch stall, TimeProvider clock)
{
    private const int BufferSize = 256 * 1024;

    private readonly FragmentScanner _scanner = new();

    /// <summary>Bytes carried.</summary>
    public long Length => _scanner.Position;

    /// <summary>How long ffmpeg was waited for.</summary>
    public TimeSpan Worked { get; private set; }

    public async Task RunAsync(Stream output, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await ReadAsync(output, buffer, cancellationToken)) > 0)
            {
                await PassAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <exception cref="InvalidDataException">The stream ended in the middle.</exception>
    public void Complete() => _scanner.Complete();

    private async ValueTask<int> ReadAsync(Stream output, byte[] buffer, CancellationToken cancellationToken)
    {
        long started = clock.GetTimestamp();
        stall.Wait();
        int read = await output.ReadAsync(buffer, cancellationToken);
        stall.Go();
        Worked += clock.GetElapsedTime(started);
        return read;
    }

    private async Task PassAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            ScanResult result = _scanner.Scan(bytes.Span, out int consumed);
            await sink.WriteAsync(bytes[..consumed], cancellationToken);
            bytes = bytes[consumed..];
            if (result == ScanResult.Header)
            {
                await sink.HeaderAsync(Header(), cancellationToken);
            }
            else if (result == ScanResult.Fragment)
            {
                await sink.FragmentAsync(_scanner.Last!, cancellationToken);
            }
        }
    }

    private PackageHeader Header()
    {
        MovieTrack[] tracks = _scanner.Tracks;
        if (tracks.Length != plan.Tracks.Length)
        {
            throw new InvalidDataException($"{plan.Tracks.Length} tracks were planned, {tracks.Length} came out.");
        }

        return new PackageHeader(
            PackageHeader.CurrentSchema,
            _scanner.Position,
            plan.Offset,
            plan.SegmentTarget,
            plan.TargetDuration,
            [.. tracks.Zip(plan.Tracks, (track, planned) => new PackagedTrack(
                track.Number, planned, track.Timescale, track.Codecs, track.Init))]);
    }
}
