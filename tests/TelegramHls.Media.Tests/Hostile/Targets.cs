using System.Buffers.Binary;
using TelegramHls.Media.Boxes;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Hybrid;
using TelegramHls.Media.Indexing;
using TelegramHls.Media.Journals;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Hostile;

/// <summary>Everything of ours that reads bytes it did not write a moment ago, fed with a packaged film.</summary>
internal static class Targets
{
    private const int Fragments = 4;

    /// <summary>The stream that ffmpeg writes, the journal of a run, the index read back from storage.</summary>
    public static async Task<Target[]> OfAsync(string source)
    {
        using var folder = new TempDirectory();
        FileSink film = await FileSink.PackageAsync(await Sources.MakeAsync(source), folder.File("stored.mp4"));
        Fragment[] fragments = [.. film.Fragments.Take(Fragments)];
        byte[] stream = (await File.ReadAllBytesAsync(film.Path))[..(int)fragments[^1].End];
        int[] boxes = [.. Enumerable.Range(0, (int)film.Header!.Length),
            .. fragments.SelectMany(fragment => Enumerable.Range((int)fragment.Offset, 300)).Where(place => place < stream.Length)];
        string path = folder.File("journal");
        await WriteJournalAsync(path, film.Header, fragments);
        byte[] journal = await File.ReadAllBytesAsync(path);
        using var index = new MemoryStream();
        await IndexFile.WriteAsync(path, index, CancellationToken.None);
        return
        [
            new Target($"stream of {source}", stream, boxes, Scan),
            new Target($"journal of {source}", journal, [.. Enumerable.Range(0, journal.Length)], ReadJournal, SealJournal),
            new Target($"index of {source}", index.ToArray(), [.. Enumerable.Range(0, (int)index.Length)], ReadIndex),
        ];
    }

    private static async Task WriteJournalAsync(string path, PackageHeader header, Fragment[] fragments)
    {
        await using FragmentJournal journal = FragmentJournal.Create(path);
        await journal.AppendAsync(header, CancellationToken.None);
        foreach (Fragment fragment in fragments)
        {
            await journal.AppendAsync(fragment, CancellationToken.None);
            await journal.AppendAsync(new PartCut(fragment.End, new string('a', 64)), CancellationToken.None);
        }

        await journal.CompleteAsync(CancellationToken.None);
    }

    private static void Scan(byte[] bytes)
    {
        var scanner = new FragmentScanner();
        for (int taken = 0; taken < bytes.Length;)
        {
            scanner.Scan(bytes.AsSpan(taken), out int consumed);
            taken += consumed;
        }

        scanner.Complete();
    }

    private static void ReadJournal(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var reader = new JournalReader(stream);
        FragmentTable? table = null;
        foreach (Fragment fragment in reader.Fragments())
        {
            table ??= new FragmentTable(reader.Header ?? throw new InvalidDataException("No header."));
            table.Add(fragment);
        }

        reader.ValidLength.ShouldBeInRange(0, bytes.Length);
    }

    private static void ReadIndex(byte[] bytes)
    {
        using var index = new MemoryStream(bytes);
        using var header = new MemoryStream();
        IndexFile.ReadTable(index);
        HybridHeader.Write(index, header).ShouldBe(header.Length);
        var boxes = new BoxReader(header.GetBuffer().AsSpan(0, (int)header.Length - 16));
        while (boxes.TryNext(out _))
        {
        }
    }

    // The checksum guards against torn writes, not against who can write a file; so it must not be all that holds.
    private static void SealJournal(byte[] journal)
    {
        for (int at = 0; at + JournalRecord.FrameLength <= journal.Length;)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(journal.AsSpan(at + 1));
            int payload = at + JournalRecord.FrameLength;
            if (length < 0 || length > journal.Length - payload)
            {
                return;
            }

            uint checksum = JournalRecord.Checksum(journal[at], journal.AsSpan(payload, length));
            BinaryPrimitives.WriteUInt32LittleEndian(journal.AsSpan(at + 5), checksum);
            at = payload + length;
        }
    }
}
