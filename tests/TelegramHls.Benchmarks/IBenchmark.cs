using TelegramHls.Benchmarks.Measuring;

namespace TelegramHls.Benchmarks;

/// <summary>Measures one thing and its yardstick in the same run.</summary>
internal interface IBenchmark
{
    /// <summary>Chooses it on the command line.</summary>
    string Name { get; }

    /// <summary>One line for the heading.</summary>
    string Purpose { get; }

    Task RunAsync(BenchFilms films, Report report);
}
