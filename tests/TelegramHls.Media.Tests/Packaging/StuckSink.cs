using TelegramHls.Media.Fragments;
using TelegramHls.Media.Packaging;

namespace TelegramHls.Media.Tests.Packaging;

/// <summary>Finds out at the first fragment which ffmpeg feeds it and calls what the test wants to happen then.</summary>
/// <param name="source">The source of this run and of no other.</param>
/// <param name="then">Gets the process id.</param>
internal sealed class StuckSink(string source, Func<int, CancellationToken, Task> then) : IPackageSink
{
    /// <summary>The process id; 0 until the first fragment.</summary>
    public int Child { get; private set; }

    /// <summary>The link under which ffmpeg reads the source.</summary>
    public string? Link { get; private set; }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask HeaderAsync(PackageHeader header, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask FragmentAsync(Fragment fragment, CancellationToken cancellationToken)
    {
        if (Child == 0)
        {
            Link = Directory.GetDirectories(Path.GetTempPath(), "thls-in-*").SelectMany(Directory.GetFiles)
                .Single(link => File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName == source);
            Child = Directory.GetDirectories("/proc").Select(Path.GetFileName)
                .Where(name => int.TryParse(name, out _) && Arguments(name!).Contains(Link)).Select(name => int.Parse(name!)).Single();
            await then(Child, cancellationToken);
        }
    }

    // Processes come and go while we look.
    private static string[] Arguments(string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
