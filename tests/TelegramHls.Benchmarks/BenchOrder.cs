namespace TelegramHls.Benchmarks;

/// <summary>What the command line asks for: names of benchmarks (none: all) and a file for the figures.</summary>
internal sealed record BenchOrder(IReadOnlyList<IBenchmark> Chosen, string? Json)
{
    /// <summary>Null when a word is not understood.</summary>
    public static BenchOrder? Read(string[] words, IBenchmark[] all)
    {
        var chosen = new List<IBenchmark>();
        string? json = null;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] == "--json" && i + 1 < words.Length)
            {
                json = words[++i];
            }
            else if (Array.Find(all, benchmark => benchmark.Name == words[i]) is { } found)
            {
                chosen.Add(found);
            }
            else
            {
                return null;
            }
        }

        return new BenchOrder(chosen.Count == 0 ? all : chosen, json);
    }
}
