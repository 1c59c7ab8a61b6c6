namespace TelegramHls.Storage.Parts;

/// <summary>
/// Once the program is told to stop, parts that are on their way may still arrive: what is cut off would have to be sent again, and
/// its message to be looked for.
/// </summary>
/// <param name="Longest">So long they may take once a writer is given up for it.</param>
/// <param name="Stopping">Cancelled when the program is told to stop.</param>
public sealed record StopGrace(TimeSpan Longest, CancellationToken Stopping)
{
    /// <summary>How long sends may go on whose writer is given up now.</summary>
    public TimeSpan Now => Stopping.IsCancellationRequested ? Longest : TimeSpan.Zero;
}
