using TelegramHls.Media.Fragments;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Fragments;

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
    public async Task Open_TornAtAnyByteOfTheLastRecord_DropsThatRecordAndGoesOn()
    {
        IndexedFilm film = await FilmAsync();
        byte[] whole = await File.ReadAllBytesAsync(film.Journal);
        long expected = film.Stored.Fragments[^2].End;
        string torn = _folder.File("torn");
        // The mark of the end takes 9 bytes; cutting into the record before it tears the last fragment.
        foreach (int cut in new[] { 10, 11, 40 })
        {
            await File.WriteAllBytesAsync(torn, whole[..^cut]);

            await using (FragmentJournal journal = FragmentJournal.Open(torn))
            {
                await journal.AppendAsync(film.Stored.Header!, CancellationToken.None);
                foreach (Fragment fragment in film.Stored.Fragments)
                {
                    await journal.AppendAsync(fragment, CancellationToken.None);
                }

                FragmentJournal.ReadTable(torn)!.Length.ShouldBe(expected);
                await journal.CompleteAsync(CancellationToken.None);
            }

            (await File.ReadAllBytesAsync(torn)).ShouldBe(whole);
        }
    }

    [Fact]
    public async Task Open_FlippedBit_EndsBeforeTheRecord()
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
    public async Task AppendAsync_AnotherFragmentThanBefore_IsRefused()
    {
        IndexedFilm film = await FilmAsync();
        await using FragmentJournal journal = FragmentJournal.Open(film.Journal);
        Fragment other = film.Stored.Fragments[0] with { Length = 1 };

        await Should.ThrowAsync<InvalidDataException>(async () => await journal.AppendAsync(other, CancellationToken.None));
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
            Media.Indexing.IndexFile.ReadSamples(index, i).SelectMany(fragment => fragment.Runs)
                .SelectMany(run => run.Samples.Select(sample => (run.DataOffset, sample)))
                .ShouldBe(film.Stored.Fragments.Where(fragment => fragment.Track == number)
                    .SelectMany(fragment => fragment.Runs).SelectMany(run => run.Samples.Select(sample => (run.DataOffset, sample))));
        }
    }

    [Fact]
    public async Task Index_CutOff_IsRefused()
    {
        IndexedFilm film = await FilmAsync();
        byte[] bytes = await File.ReadAllBytesAsync(film.Index);

        foreach (int length in new[] { 0, 7, 30, 200, 1500 })
        {
            Should.Throw<SystemException>(() => Media.Indexing.IndexFile.ReadTable(new MemoryStream(bytes[..length])), $"{length}");
        }
    }

    private async Task<IndexedFilm> FilmAsync() => await IndexedFilm.MakeAsync(await Films.TwoLanguages(12), _folder);
}
