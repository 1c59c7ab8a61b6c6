using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Journals;

/// <summary>Follows a journal while another thread, or an earlier run of the program, writes it. Not for two threads at once.</summary>
/// <param name="path">The journal.</param>
public sealed class JournalTail(string path)
{
    private readonly List<PartCut> _cuts = [];
    private long _position;

    /// <summary>The journal's file.</summary>
    public string Path => path;

    /// <summary>The fragments that were read; null while the header is not in the journal.</summary>
    public FragmentTable? Table { get; private set; }

    /// <summary>True once no fragment will follow in this journal.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Where the run that writes the journal has cut the stream, as far as it was read.</summary>
    public IReadOnlyList<PartCut> Cuts => _cuts;

    /// <summary>Reads what was appended since the last time.</summary>
    /// <exception cref="FileNotFoundException">The journal was deleted.</exception>
    /// <exception cref="InvalidDataException">It is no journal.</exception>
    public void Advance()
    {
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 64 * 1024);
        var reader = new JournalReader(file, _position);
        foreach (Fragment fragment in reader.Fragments())
        {
            Begin(reader.Header);
            (Table ?? throw new InvalidDataException("A journal without a header.")).Add(fragment);
        }

        Begin(reader.Header);
        _cuts.AddRange(reader.Cuts);
        _position = reader.ValidLength;
        IsComplete |= reader.IsComplete;
    }

    /// <summary>
    /// How many bytes of the stream are stored as this journal describes them: up to the first part that is not committed, or
    /// with other bytes than the journal's run has made.
    /// </summary>
    /// <param name="committed">The committed parts in order: where each ends, and its SHA-256.</param>
    public long Stored(IEnumerable<PartCut> committed) =>
        _cuts.Zip(committed).TakeWhile(pair => pair.First == pair.Second).LastOrDefault().First?.End ?? 0;

    private void Begin(PackageHeader? header) => Table ??= header is null ? null : new FragmentTable(header);
}
