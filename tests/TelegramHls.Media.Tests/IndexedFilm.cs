using System.Collections.Concurrent;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Hybrid;
using TelegramHls.Media.Indexing;
using TelegramHls.Media.Journals;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests;

/// <summary>A packaged film with its journal, index and hybrid file in one folder.</summary>
internal sealed class IndexedFilm
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<IndexedFilm>>> Made = new(StringComparer.Ordinal);
    private static readonly TempDirectory Kept = KeptUntilTheEnd();

    public required FileSink Stored { get; init; }

    public required string Journal { get; init; }

    public required string Index { get; init; }

    /// <summary>Header and stored stream, one after the other.</summary>
    public required string Hybrid { get; init; }

    public required long HybridHeaderLength { get; init; }

    public FragmentTable Table()
    {
        using FileStream index = File.OpenRead(Index);
        return IndexFile.ReadTable(index);
    }

    /// <summary>Packages a film once for all tests that only read what comes out.</summary>
    public static Task<IndexedFilm> OfAsync(string source) => Made.GetOrAdd(source, path => new(async () =>
    {
        string name = Path.GetFileName(path);
        return await MakeAsync(path, file => Kept.File($"{name}.{file}"));
    })).Value;

    public static Task<IndexedFilm> MakeAsync(string source, TempDirectory folder) => MakeAsync(source, folder.File);

    private static async Task<IndexedFilm> MakeAsync(string source, Func<string, string> place)
    {
        FileSink stored = await FileSink.PackageAsync(source, place("stored.mp4"));
        string journal = place("journal");
        await using (FragmentJournal writer = FragmentJournal.Create(journal))
        {
            await writer.AppendAsync(stored.Header!, CancellationToken.None);
            foreach (Fragment fragment in stored.Fragments)
            {
                await writer.AppendAsync(fragment, CancellationToken.None);
            }

            await writer.CompleteAsync(CancellationToken.None);
        }

        string index = place("index");
        await using (FileStream output = File.Create(index))
        {
            await IndexFile.WriteAsync(journal, output, CancellationToken.None);
        }

        string hybrid = place("hybrid.mp4");
        long length;
        await using (FileStream input = File.OpenRead(index), output = File.Create(hybrid), bytes = File.OpenRead(stored.Path))
        {
            length = HybridHeader.Write(input, output);
            await bytes.CopyToAsync(output);
        }

        return new IndexedFilm
        {
            Stored = stored, Journal = journal, Index = index, Hybrid = hybrid, HybridHeaderLength = length,
        };
    }

    private static TempDirectory KeptUntilTheEnd()
    {
        var folder = new TempDirectory();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }
}
