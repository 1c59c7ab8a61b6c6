using TelegramHls.Media.Fragments;
using TelegramHls.Media.Indexing;
using TelegramHls.Media.Journals;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Journals;

public sealed class FragmentJournalTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadTable_CompleteJournal_HoldsEveryFragment()
    {
        IndexedFilm film = await FilmAsync();

        FragmentTable table = FragmentJournal.ReadTable(film.Journal)!;

        table.IsComplete.ShouldBeTrue();
        table.Length.ShouldBe(new FileInfo(film.Stored.Path).Length);
        table.Header.Tracks.Select(track => track.Codecs).ShouldBe(film.Stored.Header!.Tracks.Select(track => track.Codecs));
        foreach (PackagedTrack track in table.Header.Tracks)
        {
            table.Of(track.Number, long.MaxValue).Select(fragment => (fragment.Offset, fragment.Length, fragment.DecodeTime))
                .ShouldBe(film.Stored.Fragments.Where(fragment => fragment.Track == track.Number)
                    .Select(fragment => (fragment.Offset, fragment.Length, fragment.DecodeTime)));
        }
    }

    [Fact]
    public async Task Of_PartlyCommitted_LeavesOutWhatReachesBeyond()
    {
        IndexedFilm film = await FilmAsync();
        FragmentTable table = FragmentJournal.ReadTable(film.Journal)!;
        Fragment fourth = film.Stored.Fragments[3];

        int seen = table.Header.Tracks.Sum(track => table.Of(track.Number, fourth.End - 1).Length);

        seen.ShouldBe(3);
    }

    [Fact]
    public async Task ReadTable_TornAtAnyByteOfTheLastFragment_EndsBeforeIt()
    {
        IndexedFilm film = await FilmAsync();
        byte[] whole = await File.ReadAllBytesAsync(film.Journal);
        string torn = _folder.File("torn");
        // The mark of the end takes 9 bytes; cutting into the record before it tears the last fragment.
        foreach (int cut in new[] { 10, 11, 40 })
        {
            await File.WriteAllBytesAsync(torn, whole[..^cut]);

            FragmentJournal.ReadTable(torn)!.Length.ShouldBe(film.Stored.Fragments[^2].End);
        }
    }

    [Fact]
    public async Task Advance_WhileBytesAreAppended_TakesEachRecordOnceItIsWhole()
    {
        IndexedFilm film = await FilmAsync();
        byte[] whole = await File.ReadAllBytesAsync(film.Journal);
        string growing = _folder.File("growing");
        File.Create(growing).Dispose();
        var tail = new JournalTail(growing);
        var lengths = new List<long>();

        foreach (byte[] piece in whole.Chunk(997))
        {
            await File.AppendAllBytesAsync(growing, piece);
            tail.Advance();
            lengths.Add(tail.Table?.Length ?? 0);
        }

        tail.IsComplete.ShouldBeTrue();
        lengths.ShouldBeInOrder();
        lengths[^1].ShouldBe(film.Stored.Fragments[^1].End);
        lengths.Distinct().Count().ShouldBeGreaterThan(3);
        lengths.Where(length => length > 0).ShouldBeSubsetOf([film.Stored.Header!.Length, .. film.Stored.Fragments.Select(fragment => fragment.End)]);
    }

    [Theory]
    [InlineData("100a 200b 300c", "100a 200b", 200)]
    [InlineData("100a 200b", "100a 200b 300c", 200)]
    [InlineData("100a 200b 300c", "100a 200x 300c", 100)]
    [InlineData("100a 200b", "100x 200b", 0)]
    [InlineData("100a 200b", "90a 200b", 0)]
    [InlineData("", "100a", 0)]
    public async Task Stored_PartsCutLikeThisOrOtherwise_EndsBeforeTheFirstThatDiffers(string cut, string committed, long expected)
    {
        string path = _folder.File("cuts");
        await using (FragmentJournal journal = FragmentJournal.Create(path))
        {
            foreach (PartCut part in Cuts(cut))
            {
                await journal.AppendAsync(part, CancellationToken.None);
            }
        }

        var tail = new JournalTail(path);
        tail.Advance();

        tail.Stored(Cuts(committed)).ShouldBe(expected);
    }

    [Fact]
    public async Task ReadTable_FlippedBit_EndsBeforeTheRecord()
    {
        IndexedFilm film = await FilmAsync();
        byte[] bytes = await File.ReadAllBytesAsync(film.Journal);
        bytes[^30] ^= 4;
        await File.WriteAllBytesAsync(film.Journal, bytes);

        FragmentTable table = FragmentJournal.ReadTable(film.Journal)!;

        table.IsComplete.ShouldBeFalse();
        table.Length.ShouldBe(film.Stored.Fragments[^2].End);
    }

    [Fact]
    public async Task Index_RoundTrip_KeepsEverySample()
    {
        IndexedFilm film = await FilmAsync();
        await using FileStream index = File.OpenRead(film.Index);

        FragmentTable table = film.Table();

        table.Length.ShouldBe(new FileInfo(film.Stored.Path).Length);
        for (int i = 0; i < table.Header.Tracks.Length; i++)
        {
            int number = table.Header.Tracks[i].Number;
            var seen = new SeenSamples();
            IndexFile.VisitSamples(index, table.Header, i, seen);
            seen.Samples.ShouldBe(film.Stored.Fragments.Where(fragment => fragment.Track == number)
                    .SelectMany(fragment => fragment.Runs).SelectMany(run => run.Samples.Select(sample => (run.DataOffset, sample))));
        }
    }

    [Fact]
    public async Task Index_CutOff_IsRefused()
    {
        IndexedFilm film = await FilmAsync();
        byte[] bytes = await File.ReadAllBytesAsync(film.Index);

        foreach (int length in new[] { 0, 7, 30, 200, 1500, bytes.Length - 1 })
        {
            Should.Throw<InvalidDataException>(() => IndexFile.ReadTable(new MemoryStream(bytes[..length])), $"{length}");
        }
    }

    // "100a": a part ends at 100, and its hash is thirty-two times that letter's code.
    private static IEnumerable<PartCut> Cuts(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
        new PartCut(long.Parse(word[..^1]), string.Concat(Enumerable.Repeat(((int)word[^1]).ToString("x2"), 32))));

    private async Task<IndexedFilm> FilmAsync() => await IndexedFilm.MakeAsync(await Films.TwoLanguages(12), _folder);
}
