using TelegramHls.Media.Fragments;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Tests;

/// <summary>Writes the stored stream to a file and notes where header and fragments ended.</summary>
internal sealed class FileSink(string path) : IPackageSink, IDisposable
{
    private readonly FileStream _file = File.Create(path);

    public string Path { get; } = path;

    public PackageHeader? Header { get; private set; }

    public List<Fragment> Fragments { get; } = [];

    /// <summary>How many bytes had been written when each event came.</summary>
    public List<long> Marks { get; } = [];

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        await _file.WriteAsync(bytes, cancellationToken);

    public ValueTask HeaderAsync(PackageHeader header, CancellationToken cancellationToken)
    {
        Header.ShouldBeNull();
        Header = header;
        Marks.Add(_file.Position);
        return ValueTask.CompletedTask;
    }

    public ValueTask FragmentAsync(Fragment fragment, CancellationToken cancellationToken)
    {
        Fragments.Add(fragment);
        Marks.Add(_file.Position);
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _file.Dispose();

    public static async Task<FileSink> PackageAsync(string source, string path)
    {
        PackagePlan plan = await MediaKit.PlanAsync(source);
        using var sink = new FileSink(path);
        await MediaKit.Packager.PackageAsync(plan, source, sink, null, CancellationToken.None);
        return sink;
    }
}
