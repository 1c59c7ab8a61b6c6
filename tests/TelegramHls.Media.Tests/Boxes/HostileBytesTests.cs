using TelegramHls.Media.Fragments;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Boxes;

public sealed class HostileBytesTests : IDisposable
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

    [Fact]
    public async Task Scan_MutatedFilms_EitherWorksOrSaysInvalidData()
    {
        FileSink film = await FileSink.PackageAsync(await OddFilms.SoundOnly(), _folder.File("stored.mp4"));
        byte[] bytes = (await File.ReadAllBytesAsync(film.Path))[..(int)film.Fragments[2].End];
        int[] boxes = [.. Enumerable.Range(0, (int)film.Header!.Length),
            .. film.Fragments.Take(3).SelectMany(fragment => Enumerable.Range((int)fragment.Offset, 300))];
        var random = new Random(2);
        int refused = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();

        const int Rounds = 4000;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] hostile = Mutate(bytes, boxes, random);
            try
            {
                var scanner = new FragmentScanner();
                Scan(scanner, hostile, () => hostile.Length, []);
                scanner.Complete();
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        refused.ShouldBeInRange(Rounds / 4, Rounds - 1);
        // A film of this size takes about 100 KB to scan; nothing is allocated on the word of a file.
        ((GC.GetAllocatedBytesForCurrentThread() - before) / Rounds).ShouldBeLessThan(1_000_000);
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

    private static byte[] Mutate(byte[] bytes, int[] boxes, Random random)
    {
        byte[] hostile = [.. bytes];
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int place = boxes[random.Next(boxes.Length)];
            hostile[place] = random.Next(3) switch
            {
                0 => (byte)random.Next(256),
                1 => (byte)(hostile[place] ^ (1 << random.Next(8))),
                _ => (byte)(random.Next(2) == 0 ? 0 : 255),
            };
        }

        return random.Next(10) == 0 ? hostile[..random.Next(hostile.Length)] : hostile;
    }
}
