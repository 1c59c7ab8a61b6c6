using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Benchmarks.Packaged;
using TelegramHls.Media.Hybrid;
using TelegramHls.Media.Indexing;
using TelegramHls.Testing;

namespace TelegramHls.Benchmarks;

/// <summary>Index and classic header of a film of two hours with two sound tracks, from its journal.</summary>
internal sealed class HeaderBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const int HeaderRounds = 9;
    private const int Hours = 2;

    public string Name => "header";

    public string Purpose => $"index and classic header of a film of {Hours} h, middle of {Rounds} and {HeaderRounds}";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        using var directory = new TempDirectory();
        var minute = new StreamSink();
        string film = await Films.TwoLanguages();
        await StreamMaker.PackageAsync(await StreamMaker.PlanAsync(film), film, minute);
        string journal = directory.File("journal");
        await LongFilm.WriteJournalAsync(journal, minute, Hours * 60);

        string index = directory.File("index");
        string header = directory.File("header");
        var indexing = new List<double>();
        var heading = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            indexing.Add(await Stopped.SecondsAsync(() => IndexAsync(journal, index)));
        }

        for (int round = 0; round < HeaderRounds; round++)
        {
            heading.Add(await Stopped.SecondsAsync(() => HeaderAsync(index, header)));
        }

        report.Add("index from the journal", indexing.Median(), "s");
        report.Add("classic header from the index", heading.Median() * 1000, "ms");
        report.Add("size of the index", new FileInfo(index).Length / 1e6, "MB");
        report.Add("size of the header", new FileInfo(header).Length / 1e6, "MB");
    }

    private static async Task IndexAsync(string journal, string index)
    {
        await using FileStream output = File.Create(index);
        await IndexFile.WriteAsync(journal, output, CancellationToken.None);
    }

    private static async Task HeaderAsync(string index, string header)
    {
        await using FileStream input = File.OpenRead(index);
        await using FileStream output = File.Create(header);
        HybridHeader.Write(input, output);
    }
}
