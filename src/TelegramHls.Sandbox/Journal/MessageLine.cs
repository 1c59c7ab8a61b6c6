using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Journal;

/// <summary>The messages of one chat in the order of their ids; finding one and paging from it cost no look at the others.</summary>
internal sealed class MessageLine
{
    private readonly SortedList<int, MessageRecord> _messages = [];

    public int Count => _messages.Count;

    public MessageRecord? Last => Count == 0 ? null : _messages.Values[Count - 1];

    public IEnumerable<MessageRecord> All => _messages.Values;

    public MessageRecord? Find(int id) => _messages.GetValueOrDefault(id);

    public void Put(MessageRecord message) => _messages[message.Id] = message;

    public void Remove(int id) => _messages.Remove(id);

    /// <summary>Those with an id above the given one, oldest first.</summary>
    public IEnumerable<MessageRecord> After(long id)
    {
        for (int at = FirstAtLeast(id + 1); at < Count; at++)
        {
            yield return _messages.Values[at];
        }
    }

    /// <summary>The newest ones with an id below the given one, oldest first.</summary>
    public IEnumerable<MessageRecord> Before(long id, int most)
    {
        int end = FirstAtLeast(id);
        for (int at = Math.Max(0, end - most); at < end; at++)
        {
            yield return _messages.Values[at];
        }
    }

    private int FirstAtLeast(long id)
    {
        (int low, int high) = (0, Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _messages.Keys[middle] < id ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
