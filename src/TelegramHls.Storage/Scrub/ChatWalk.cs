using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Scrub;

/// <summary>Which message of a channel to look at next: upwards, known ones left out, until its end is reached.</summary>
internal sealed class ChatWalk(long chatId, int above, IReadOnlyList<int> known)
{
    // Deleted messages leave gaps; so many missing ids beyond the last known message are taken for the end.
    private const int GapAtEnd = 20;

    private readonly HashSet<int> _known = [.. known];
    private readonly int _lastKnown = known.Count > 0 ? known[^1] : above;
    private int _at = above;
    private int _end = int.MaxValue;
    private int _missing;

    public int? Next()
    {
        do
        {
            _at++;
        }
        while (_known.Contains(_at));
        return _at < _end && _missing < GapAtEnd ? _at : null;
    }

    /// <summary>Takes in what was seen. A forward into the same channel shows where its end was.</summary>
    public void Saw(Glimpse glimpse)
    {
        _missing = glimpse.Exists || _at <= _lastKnown ? 0 : _missing + 1;
        if (glimpse.Forward is { } forward && forward.ChatId == chatId)
        {
            _end = Math.Min(_end, forward.MessageId);
        }
    }
}
