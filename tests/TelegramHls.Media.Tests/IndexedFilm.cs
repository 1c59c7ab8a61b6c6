using TelegramHls.Media.Fragments;
using TelegramHls.Media.Hybrid;
using TelegramHls.Media.Indexing;
using TelegramHls.Media.Journals;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests;

/// <summary>A packaged film with its journal, index and hybrid file in one folder.</summary>
internal sealed class IndexedFilm
{
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

    public static async Task<IndexedFilm> MakeAsync(string source, TempDirectory folder)
    {
        FileSink stored = await FileSink.PackageAsync(source, folder.File("stored.mp4"));
        string journal = folder.File("journal");
        await using (FragmentJournal writer = FragmentJournal.Create(journal))
        {
            await writer.AppendAsync(stored.Header!, CancellationToken.None);
            foreach (Fragment fragment in stored.Fragments)
            {
                await writer.AppendAsync(fragment, CancellationToken.None);
            }

            await writer.CompleteAsync(CancellationToken.None);
        }

        string index = folder.File("index");
        await using (FileStream output = File.Create(index))
        {
            await IndexFile.WriteAsync(journal, output, CancellationToken.None);
        }

        string hybrid = folder.File("hybrid.mp4");
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
}
