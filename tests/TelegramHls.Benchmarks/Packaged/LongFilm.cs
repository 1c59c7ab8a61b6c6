using TelegramHls.Media.Fragments;
using TelegramHls.Media.Journals;

namespace TelegramHls.Benchmarks.Packaged;

/// <summary>The fragment journal of a long film, made from the fragments of a short one over and over.</summary>
internal static class LongFilm
{
    public static async Task WriteJournalAsync(string path, StreamSink film, int rounds)
    {
        PackageHeader header = film.Header!;
        long bytes = film.Fragments[^1].End - header.Length;
        Dictionary<int, long> spans = film.Fragments.GroupBy(fragment => fragment.Track)
            .ToDictionary(track => track.Key, track => track.Sum(fragment => fragment.Duration));
        await using FragmentJournal journal = FragmentJournal.Create(path);
        await journal.AppendAsync(header, CancellationToken.None);
        for (int round = 0; round < rounds; round++)
        {
            foreach (Fragment fragment in film.Fragments)
            {
                Fragment later = fragment with
                {
                    Offset = fragment.Offset + (round * bytes),
                    DecodeTime = fragment.DecodeTime + (round * spans[fragment.Track]),
                    Runs = [.. fragment.Runs.Select(run => run with { DataOffset = run.DataOffset + (round * bytes) })],
                };
                await journal.AppendAsync(later, CancellationToken.None);
            }
        }

        await journal.CompleteAsync(CancellationToken.None);
    }
}
