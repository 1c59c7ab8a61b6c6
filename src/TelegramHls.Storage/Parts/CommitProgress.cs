namespace TelegramHls.Storage.Parts;

/// <summary>Counts committed parts and tells it on.</summary>
internal sealed class CommitProgress(StoreRequest request)
{
    private readonly Lock _gate = new();
    private StoreProgress _sum = new(0, 0);

    public void Add(SpooledPart part)
    {
        StoreProgress sum;
        lock (_gate)
        {
            sum = _sum = new StoreProgress(_sum.Bytes + part.Length, _sum.Parts + 1);
        }

        request.Progress?.Report(sum);
    }
}
