namespace TelegramHls.Jobs.Recurring;

/// <summary>A semaphore of one, held until it is disposed of.</summary>
internal readonly struct Hold : IDisposable
{
    private readonly SemaphoreSlim _gate;

    private Hold(SemaphoreSlim gate) => _gate = gate;

    public static async Task<Hold> OfAsync(SemaphoreSlim gate, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        return new Hold(gate);
    }

    public void Dispose() => _gate.Release();
}
