using Polly;
using Polly.Retry;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool.Members;

namespace TelegramHls.Storage.Pool;

/// <summary>All storage bots together: stores parts by whoever can.</summary>
internal sealed class BotPool(
    PoolRoster roster, PoolQueue queue, PartSender sender, PoolHealth health, TimeProvider time)
{
    private const int MostAttempts = 200;
    private const int MinFailures = 3;

    private readonly ResiliencePipeline<StoreOutcome> _retry = BuildRetry(time);

    /// <summary>Bots of the pool.</summary>
    public int Size => roster.Members.Count;

    /// <summary>Ends the storing before it begins when every bot is known to be out.</summary>
    /// <exception cref="StorageUnavailableException">Every bot is out, or there is none.</exception>
    public void ThrowWhenAllAreOut() => queue.ThrowWhenAllAreOut();

    /// <summary>Stores the part with whichever bot can. Returns the replica and the intent that its commit ends.</summary>
    /// <exception cref="StorageUnavailableException">No bot could for a while.</exception>
    /// <exception cref="PartRefusedException">Telegram refuses the part itself.</exception>
    public async Task<(Replica Replica, long Intent)> StoreAsync(PartToSend part, CancellationToken cancellationToken)
    {
        DateTimeOffset since = time.GetUtcNow();
        long intent = 0;
        int failures = 0;
        StoreOutcome outcome = await _retry.ExecuteAsync(
            async token =>
            {
                // One slow time-out is no outage yet: others are asked before the part is given back.
                if (failures >= MinFailures)
                {
                    queue.ThrowAtOutage(since);
                }

                PoolMember member = await queue.TakeAsync(part.Part.Length, since, token);
                try
                {
                    long began = time.GetTimestamp();
                    (StoreOutcome one, intent) = await sender.SendAsync(member, part, token);
                    health.Note(member, part, one, time.GetElapsedTime(began));
                    failures += one is StoreOutcome.Unknown or StoreOutcome.Rejected { Fault: RejectionFault.Server } ? 1 : 0;
                    return one;
                }
                finally
                {
                    queue.Give(member, part.Part.Length);
                }
            },
            cancellationToken);
        return outcome.Match(
            stored => (stored.Replica, intent),
            throttled => throw new StorageUnavailableException($"Part {part.Name} was put off {MostAttempts} times."),
            rejected => throw Refusal(part, rejected),
            unknown => throw new StorageUnavailableException($"Part {part.Name} was never answered: {unknown.Reason}"));
    }

    private static ResiliencePipeline<StoreOutcome> BuildRetry(TimeProvider time) =>
        new ResiliencePipelineBuilder<StoreOutcome> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<StoreOutcome>
            {
                ShouldHandle = new PredicateBuilder<StoreOutcome>().HandleResult(outcome =>
                    outcome is not StoreOutcome.Stored and not StoreOutcome.Rejected { Fault: RejectionFault.Request }),
                MaxRetryAttempts = MostAttempts,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(15),

                // A wait or a refusal holds for that bot: another one may take the part at once.
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                    arguments.Outcome.Result is StoreOutcome.Throttled
                        or StoreOutcome.Rejected { Fault: RejectionFault.Bot or RejectionFault.Chat }
                        ? TimeSpan.Zero
                        : null),
            })
            .Build();

    private static Exception Refusal(PartToSend part, StoreOutcome.Rejected rejected) =>
        rejected.Fault == RejectionFault.Request
            ? new PartRefusedException($"Telegram refuses part {part.Name} ({part.Part.Length} bytes): {rejected.Reason}")
            : new StorageUnavailableException($"Every bot was refused: {rejected.Reason}");
}
