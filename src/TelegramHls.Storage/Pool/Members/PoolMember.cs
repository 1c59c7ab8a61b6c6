using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>One bot of the pool with the channel that it stores in.</summary>
internal sealed class PoolMember
{
    /// <summary>Sends of one bot at once: the second fills the pause that the answer to the first takes.</summary>
    public const int Slots = 2;

    /// <summary>How long the breaker stays open after its first trip; doubles up to <see cref="LongestRest"/>.</summary>
    public static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(20);

    internal static readonly ResiliencePropertyKey<TimeSpan> Patience = new("patience");

    /// <param name="bot">The bot.</param>
    /// <param name="token">Its token, by which the settings are compared; shown nowhere.</param>
    /// <param name="chat">Its channel, a number or <c>@name</c>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="rests">Called when its breaker opens, with the time at which it may try again.</param>
    public PoolMember(
        BotConnection bot, string token, string chat, TimeProvider time, Action<PoolMember, DateTimeOffset> rests)
    {
        Bot = bot;
        Token = token;
        Chat = new ChatAddress(chat, time);
        Health = new MemberHealth(time.GetUtcNow());
        Pipeline = BuildPipeline(time, rests);
    }

    public BotConnection Bot { get; }

    /// <summary>A secret.</summary>
    public string Token { get; }

    /// <summary>Its channel.</summary>
    public ChatAddress Chat { get; }

    public MemberHealth Health { get; }

    /// <summary>Bytes that it was given: among equals the one with the smallest share is next.</summary>
    public long Share { get; set; }

    /// <summary>Breaker around a limit of time.</summary>
    public ResiliencePipeline<StoreOutcome> Pipeline { get; }

    /// <summary>How it fares. Called under the pool's lock.</summary>
    public BotStatus StatusAt(DateTimeOffset now)
    {
        (BotState state, DateTimeOffset since) = Health.At(now);
        return new BotStatus(
            Bot.BotId,
            Chat.ToString(),
            state,
            since,
            Health.LastError,
            Health.InFlight,
            Health.BytesInFlight,
            Health.Calls,
            Health.Failures,
            Health.Bytes,
            Health.Throttles,
            Health.Waited,
            Health.Latency);
    }

    private ResiliencePipeline<StoreOutcome> BuildPipeline(
        TimeProvider time, Action<PoolMember, DateTimeOffset> rests) =>
        new ResiliencePipelineBuilder<StoreOutcome> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<StoreOutcome>
            {
                ShouldHandle = new PredicateBuilder<StoreOutcome>()
                    .Handle<TimeoutRejectedException>()
                    .HandleResult(outcome =>
                        outcome is StoreOutcome.Unknown or StoreOutcome.Rejected { Fault: RejectionFault.Server }),
                FailureRatio = 0.5,
                MinimumThroughput = 3,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDurationGenerator = arguments => ValueTask.FromResult(RestAfter(arguments.HalfOpenAttempts)),
                OnOpened = arguments =>
                {
                    rests(this, time.GetUtcNow() + arguments.BreakDuration);
                    return default;
                },
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = arguments => ValueTask.FromResult(
                    arguments.Context.Properties.GetValue(Patience, TimeSpan.FromMinutes(1))),
            })
            .Build();

    private static TimeSpan RestAfter(int trials)
    {
        TimeSpan rest = FirstRest * Math.Pow(2, Math.Min(trials, 8));
        return rest < LongestRest ? rest : LongestRest;
    }
}
