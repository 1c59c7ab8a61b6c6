using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Replicas;

/// <summary>Counts over parts that are worked on side by side; of the reasons that of the oldest part stays.</summary>
internal sealed class RoundTally
{
    private readonly Lock _gate = new();
    private long _oldest = long.MaxValue;

    public int Made { get; private set; }

    public int Missing { get; private set; }

    public string? Reason { get; private set; }

    public void Add(PlacedPart part, (int Made, string? Reason) outcome)
    {
        lock (_gate)
        {
            Made += outcome.Made;
            Missing += outcome.Reason is null ? 0 : 1;
            if (outcome.Reason is not null && part.Number < _oldest)
            {
                (_oldest, Reason) = (part.Number, outcome.Reason);
            }
        }
    }
}
