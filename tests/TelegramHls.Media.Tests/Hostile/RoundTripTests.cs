using System.Collections.Immutable;
using System.Text;
using TelegramHls.Media.Boxes;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Indexing;
using TelegramHls.Media.Journals;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Tests.Journals;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Hostile;

/// <summary>What is written is what is read, for anything that can be written.</summary>
public sealed class RoundTripTests
{
    private const int Rounds = 200;
    private readonly Random _random = new(6);

    [Fact]
    public void Numbers_OfAnySize_AreReadAsWritten()
    {
        ulong[] numbers = [0, 1, 127, 128, 16383, 16384, uint.MaxValue, long.MaxValue, ulong.MaxValue, .. Enumerable.Range(0, 64).Select(bit => 1ul << bit)];
        int[] signed = [0, 1, -1, 63, -64, 64, int.MaxValue, int.MinValue];
        var writer = new NumberWriter();
        Array.ForEach(numbers, writer.Unsigned);
        Array.ForEach(signed, writer.Signed);

        var reader = new NumberReader(writer.Written.Span);
        foreach (ulong number in numbers)
        {
            reader.Unsigned().ShouldBe(number);
        }

        foreach (int number in signed)
        {
            reader.Signed().ShouldBe(number);
        }

        reader.Remaining.ShouldBe(0);
    }

    [Fact]
    public void Boxes_InAnyTree_AreReadAsWritten()
    {
        for (int round = 0; round < Rounds; round++)
        {
            var expected = new StringBuilder();
            var writer = new BoxWriter();
            WriteTree(writer, expected, depth: 0);

            var read = new StringBuilder();
            ReadTree(writer.Written.Span, read);

            read.ToString().ShouldBe(expected.ToString());
        }
    }

    [Fact]
    public void Fragments_OfAnyShape_AreReadAsWritten()
    {
        for (int round = 0; round < Rounds; round++)
        {
            Fragment fragment = RandomFragment(_random.Next(1, 300), _random.NextInt64(long.MaxValue / 8));
            var writer = new NumberWriter();
            FragmentCodec.Write(writer, fragment, withSamples: true);
            var reader = new NumberReader(writer.Written.Span);

            Fragment read = FragmentCodec.Read(ref reader);

            reader.Remaining.ShouldBe(0);
            (read with { Runs = [] }).ShouldBe(fragment with { Runs = [] });
            Flat(read).ShouldBe(Flat(fragment));
        }
    }

    [Fact]
    public async Task JournalAndIndex_OfAnyFragments_AreReadAsWritten()
    {
        using var folder = new TempDirectory();
        for (int round = 0; round < 20; round++)
        {
            string path = folder.File($"journal-{round}");
            PackageHeader header = Header(_random.Next(1, 5));
            var fragments = new List<Fragment>();
            await using (FragmentJournal journal = FragmentJournal.Create(path))
            {
                await journal.AppendAsync(header, CancellationToken.None);
                for (int i = _random.Next(40); i >= 0; i--)
                {
                    fragments.Add(RandomFragment(
                        _random.Next(1, header.Tracks.Length + 1), fragments.Count == 0 ? header.Length : fragments[^1].End));
                    await journal.AppendAsync(fragments[^1], CancellationToken.None);
                }

                await journal.CompleteAsync(CancellationToken.None);
            }

            using var index = new MemoryStream();
            await IndexFile.WriteAsync(path, index, CancellationToken.None);
            index.Position = 0;
            FragmentTable table = IndexFile.ReadTable(index);

            foreach (PackagedTrack track in header.Tracks)
            {
                Fragment[] expected = [.. fragments.Where(fragment => fragment.Track == track.Number)];
                table.Of(track.Number, long.MaxValue).ShouldBe(expected.Select(fragment => fragment with { Runs = [] }));
                var seen = new SeenSamples();
                IndexFile.VisitSamples(index, table.Header, track.Number - 1, seen);
                seen.Samples.ShouldBe(expected.SelectMany(Flat));
            }
        }
    }

    private static IEnumerable<(long Run, Sample Sample)> Flat(Fragment fragment) =>
        fragment.Runs.SelectMany(run => run.Samples.Select(sample => (run.DataOffset, sample)));

    private static PackageHeader Header(int tracks) => new(
        PackageHeader.CurrentSchema, 700, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(4), 20,
        [.. Enumerable.Range(1, tracks).Select(number => new PackagedTrack(
            number,
            new PlannedTrack($"a{number}", TrackKind.Audio, number, "aac", TrackAction.Copy, null, null, null, null, false, null, null),
            48_000, "mp4a.40.2", new byte[number]))]);

    private Fragment RandomFragment(int track, long offset) => new(
        track, offset, _random.NextInt64(1, 1 << 30), _random.NextInt64(1L << 40), _random.NextInt64(1L << 33), _random.Next(2) == 0,
        [.. Enumerable.Range(0, _random.Next(4)).Select(_ => new SampleRun(
            offset + _random.Next(1 << 20), [.. Enumerable.Range(0, _random.Next(50)).Select(_ => RandomSample())]))]);

    private Sample RandomSample() => new(
        (uint)_random.NextInt64(1L << _random.Next(33)), (uint)_random.NextInt64(1L << _random.Next(33)),
        (int)_random.NextInt64(int.MinValue, 1L << 31), _random.Next(2) == 0);

    private void WriteTree(BoxWriter writer, StringBuilder expected, int depth)
    {
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            bool isInner = depth < 4 && _random.Next(2) == 0;
            string name = $"{(isInner ? "in" : "le")}{_random.Next(10, 100)}";
            writer.Begin(Encoding.ASCII.GetBytes(name));
            expected.Append('(').Append(name);
            if (isInner)
            {
                WriteTree(writer, expected, depth + 1);
            }
            else
            {
                byte[] content = new byte[_random.Next(3000)];
                _random.NextBytes(content);
                writer.Raw(content);
                expected.Append(Convert.ToHexString(content));
            }

            writer.End();
            expected.Append(')');
        }
    }

    private static void ReadTree(ReadOnlySpan<byte> bytes, StringBuilder read)
    {
        var reader = new BoxReader(bytes);
        while (reader.TryNext(out Box box))
        {
            read.Append('(').Append(box.Name);
            if (box.Name.StartsWith("in", StringComparison.Ordinal))
            {
                ReadTree(box.Body, read);
            }
            else
            {
                read.Append(Convert.ToHexString(box.Body));
            }

            read.Append(')');
        }
    }
}
