using TelegramHls.Media.Boxes;
using TelegramHls.Media.Fragments;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Boxes;

public sealed class FragmentScannerTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Scan_AnyChunks_FindsTheSameFragments()
    {
        FileSink film = await FileSink.PackageAsync(await OddFilms.SoundOnly(), _folder.File("stored.mp4"));
        byte[] bytes = await File.ReadAllBytesAsync(film.Path);
        var random = new Random(1);

        foreach (int most in new[] { 1, 7, 1000, 100_000 })
        {
            var found = new List<Fragment>();
            var scanner = new FragmentScanner();
            Scan(scanner, bytes, () => random.Next(1, most + 1), found);
            scanner.Complete();

            found.Select(fragment => (fragment.Offset, fragment.Length, fragment.DecodeTime))
                .ShouldBe(film.Fragments.Select(fragment => (fragment.Offset, fragment.Length, fragment.DecodeTime)));
        }
    }

    [Theory]
    [InlineData("00000007667479700000")]
    [InlineData("00000001667479700000000000000004")]
    [InlineData("0000000166747970FFFFFFFFFFFFFFFF")]
    [InlineData("7FFFFFFF6D6F6F76")]
    [InlineData("000000086D6F6F66")]
    [InlineData("000000086D646174")]
    [InlineData("0000000866726565")]
    public void Scan_AbsurdHeader_IsRefused(string hex)
    {
        var scanner = new FragmentScanner();

        Should.Throw<InvalidDataException>(() => scanner.Scan(Convert.FromHexString(hex), out _));
    }

    [Fact]
    public async Task Scan_SmallFileOfManyTracksWithALargeType_TakesNoMoreMemoryThanItsBytes()
    {
        FileSink film = await FileSink.PackageAsync(await OddFilms.SoundOnly(), _folder.File("stored.mp4"));
        byte[] header = (await File.ReadAllBytesAsync(film.Path))[..(int)film.Header!.Length];
        ReadOnlySpan<byte> movie = BoxReader.Find(header, "moov"u8).Body;
        var hostile = new BoxWriter().Begin("ftyp"u8).Raw(new byte[1_000_000]).End().Begin("moov"u8)
            .Raw(BoxReader.Find(movie, "mvhd"u8).Whole).Raw(BoxReader.Find(movie, "mvex"u8).Whole);
        for (int i = 0; i < 200; i++)
        {
            hostile.Raw(BoxReader.Find(movie, "trak"u8).Whole);
        }

        byte[] bytes = hostile.End().Written.ToArray();
        long before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<InvalidDataException>(() => Scan(new FragmentScanner(), bytes, () => bytes.Length, []));

        // Every track's init segment repeats the type: 200 MB of the word of 1 MB.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16_000_000);
    }

    [Fact]
    public async Task Scan_RunOfManySamplesThatListsNone_TakesNoMemoryOnItsWord()
    {
        FileSink film = await FileSink.PackageAsync(await OddFilms.SoundOnly(), _folder.File("stored.mp4"));
        byte[] header = (await File.ReadAllBytesAsync(film.Path))[..(int)film.Header!.Length];
        byte[] hostile = [.. header, .. new BoxWriter().Begin("moof"u8).Begin("traf"u8)
            .Begin("tfhd"u8, 0, 0).U32(1).End().Begin("tfdt"u8, 0, 0).U32(0).End()
            .Begin("trun"u8, 0, 0).U32(200_000).End()
            .End().End().Begin("mdat"u8).End().Written.Span];
        var scanner = new FragmentScanner();
        scanner.Scan(hostile, out int consumed).ShouldBe(ScanResult.Header);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<InvalidDataException>(() => scanner.Scan(hostile.AsSpan(consumed), out _));

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(500_000);
    }

    private static void Scan(FragmentScanner scanner, ReadOnlySpan<byte> bytes, Func<int> size, List<Fragment> found)
    {
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> chunk = bytes[..Math.Min(size(), bytes.Length)];
            if (scanner.Scan(chunk, out int consumed) == ScanResult.Fragment)
            {
                found.Add(scanner.Last!);
            }

            bytes = bytes[consumed..];
        }
    }
}
