namespace TelegramHls.Storage.Cache;

/// <summary>Who waits for which block of a part. Not safe for several threads: its part's lock guards it.</summary>
internal sealed class BlockWaiters
{
    private readonly SortedDictionary<int, Waiting> _waiting = [];

    public Task Join(int block)
    {
        if (!_waiting.TryGetValue(block, out Waiting? waiting))
        {
            _waiting.Add(block, waiting = new Waiting());
        }

        waiting.Readers++;
        return waiting.Done.Task;
    }

    public void Leave(int block)
    {
        if (_waiting.TryGetValue(block, out Waiting? waiting) && --waiting.Readers == 0)
        {
            _waiting.Remove(block);
        }
    }

    public void Release(int block)
    {
        if (_waiting.Remove(block, out Waiting? waiting))
        {
            waiting.Done.TrySetResult();
        }
    }

    /// <summary>Sends everybody away: with <paramref name="failure"/>, or without one to look again.</summary>
    public void ReleaseAll(Exception? failure)
    {
        foreach (Waiting waiting in _waiting.Values)
        {
            if (failure is null)
            {
                waiting.Done.TrySetResult();
            }
            else
            {
                waiting.Done.TrySetException(failure);
            }
        }

        _waiting.Clear();
    }

    /// <summary>The wanted block nearest at or after <paramref name="from"/>, else the first wanted one, else null.</summary>
    public int? Nearest(int from)
    {
        int? first = null;
        foreach (int block in _waiting.Keys)
        {
            if (block >= from)
            {
                return block;
            }

            first ??= block;
        }

        return first;
    }

    private sealed class Waiting
    {
        public int Readers { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
