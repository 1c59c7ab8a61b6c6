using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Scrub;

/// <summary>Sums up a scrub whose parts are looked at side by side.</summary>
/// <param name="all">Parts that there are.</param>
/// <param name="sample">Parts to look at; null for all.</param>
/// <param name="progress">Hears after each part.</param>
internal sealed class ScrubCount(int all, int? sample, IProgress<(int Done, int Of)> progress)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<MessageState, int> _messages = [];
    private readonly List<BrokenPart> _broken = [];
    private int _parts;
    private int _thin;
    private int _made;

    public void Add(
        IReadOnlyList<(Replica Message, MessageState State)> states, bool isThin, int made, BrokenPart? broken)
    {
        lock (_gate)
        {
            _parts++;
            _thin += isThin ? 1 : 0;
            _made += made;
            foreach ((_, MessageState state) in states)
            {
                _messages[state] = _messages.GetValueOrDefault(state) + 1;
            }

            if (broken is not null)
            {
                _broken.Add(broken);
            }

            progress.Report((_parts, Math.Min(all, sample ?? all)));
        }
    }

    public ScrubReport Report(int wanted, (int Orphans, int Strangers)? strays, RemovalResult? removed) =>
        new(wanted, _parts, all, _messages, _thin, _made, strays?.Orphans, strays?.Strangers, removed, _broken);
}
