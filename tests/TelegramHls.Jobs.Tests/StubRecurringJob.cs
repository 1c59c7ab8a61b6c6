using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Jobs.Tests;

/// <summary>A recurring job that does what the test says.</summary>
internal sealed class StubRecurringJob(Func<CancellationToken, Task<string>> act, TimeSpan? every = null) : IRecurringJob
{
    private int _runs;
    private int _inside;

    public string Name => "tidy-up";

    public string Title => "Tidy up";

    public TimeSpan Every => every ?? TimeSpan.FromDays(1);

    public bool RunsAtStart { get; init; }

    public int Runs => Volatile.Read(ref _runs);

    /// <summary>True once two runs were seen at the same time.</summary>
    public bool HasOverlapped { get; private set; }

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _runs);
        HasOverlapped |= Interlocked.Increment(ref _inside) > 1;
        try
        {
            return await act(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}
