using TelegramHls.Media.Fragments;
using TelegramHls.Media.Packaging;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Benchmarks.Packaged;

/// <summary>Takes a packaged stream: keeps the fragments, and gives the bytes to a file or a cutter, if there is one.</summary>
internal sealed class StreamSink(Stream? file = null, PartCutter? cutter = null) : IPackageSink
{
    public PackageHeader? Header { get; private set; }

    public List<Fragment> Fragments { get; } = [];

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            await file.WriteAsync(bytes, cancellationToken);
        }

        if (cutter is not null)
        {
            await cutter.WriteAsync(bytes, cancellationToken);
        }
    }

    public ValueTask HeaderAsync(PackageHeader header, CancellationToken cancellationToken)
    {
        Header = header;
        return ValueTask.CompletedTask;
    }

    public ValueTask FragmentAsync(Fragment fragment, CancellationToken cancellationToken)
    {
        Fragments.Add(fragment);
        cutter?.MarkBoundary();
        return ValueTask.CompletedTask;
    }
}
