using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Members;

namespace TelegramHls.Storage.Replicas;

/// <summary>
/// Keeps each part in as many different channels as <c>Storage:Replicas</c> says. The rows tell what is missing, so nothing is
/// forgotten over a crash; nothing is uploaded.
/// </summary>
public sealed class ReplicaKeeper
{
    private const int PageSize = 50;
    private const int AtOnce = 4;

    // A part that was stored this moment is committed a little after its send ended.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly IReplicaLedger _ledger;
    private readonly PartCopier _copier;
    private readonly ReplicaChannels _channels;
    private readonly PoolRoster _roster;
    private readonly TimeProvider _time;
    private readonly ILogger<ReplicaKeeper> _logger;

    internal ReplicaKeeper(
        IReplicaLedger ledger,
        PartCopier copier,
        ReplicaChannels channels,
        PoolRoster roster,
        IOptions<StorageOptions> options,
        TimeProvider time,
        ILogger<ReplicaKeeper> logger)
    {
        (_ledger, _copier, _channels, _roster, _time, _logger) = (ledger, copier, channels, roster, time, logger);
        Wanted = options.Value.Replicas;
    }

    /// <summary>Channels that each part is to stand in.</summary>
    public int Wanted { get; }

    /// <summary>Why replicas are missing, in words, as far as the last look showed; null when none is.</summary>
    public string? Lack { get; private set; }

    /// <summary>Makes up what is missing, at once and whenever parts were stored, until it is told to end.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        TimeSpan pause = FirstPause;
        DateTimeOffset again = _time.GetUtcNow();
        long after = 0;
        while (true)
        {
            Task changed = _roster.Changed;
            bool isWhole = _time.GetUtcNow() >= again;
            ReplicaRound round = await RunAsync(isWhole ? 0 : after, cancellationToken);
            after = round.Last;
            if (isWhole)
            {
                pause = round is { Missing: > 0, Made: 0 } ? Longer(pause) : FirstPause;
                again = _time.GetUtcNow() + (round.Missing > 0 ? pause : LongestPause);
            }
            else if (round.Missing > 0 && again > _time.GetUtcNow() + pause)
            {
                again = _time.GetUtcNow() + pause;
            }

            TimeSpan left = again - _time.GetUtcNow();
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time, waiting.Token));
            await waiting.CancelAsync();
            await Task.Delay(Settling, _time, cancellationToken);
        }
    }

    /// <summary>Goes once through all parts that lack replicas and makes what can be made now.</summary>
    public Task<ReplicaRound> RunAsync(CancellationToken cancellationToken) => RunAsync(0, cancellationToken);

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private async Task<ReplicaRound> RunAsync(long after, CancellationToken cancellationToken)
    {
        var tally = new RoundTally();
        while (Wanted > 1)
        {
            IReadOnlyList<PlacedPart> page = await _ledger.ThinPartsAsync(Wanted, after, PageSize, cancellationToken);
            if (page.Count == 0)
            {
                break;
            }

            await Parallel.ForEachAsync(
                page,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (part, token) => tally.Add(part, await MakeUpAsync(part, token)));
            after = page[^1].Number;
        }

        if (tally.Reason is { } reason && reason != Lack)
        {
            _logger.Lacking(tally.Missing, Wanted, reason);
        }

        Lack = tally.Reason;
        return new ReplicaRound(tally.Made, tally.Missing, after);
    }

    private async Task<(int Made, string? Reason)> MakeUpAsync(PlacedPart part, CancellationToken cancellationToken)
    {
        HashSet<long> standing = [.. part.Messages.Select(message => message.ChatId)];
        int lacking = Wanted - standing.Count;
        int made = 0;
        string reason = $"the settings name no further channel; {Wanted} replicas need {Wanted} channels";
        await foreach (long chat in _channels.NextAsync(standing, cancellationToken))
        {
            CopyOutcome outcome = await _copier.CopyAsync(part, chat, insteadOf: null, mayUpload: false, cancellationToken);
            reason = outcome.Match(_ => reason, later => later.Reason, impossible => impossible.Reason);
            made += outcome is CopyOutcome.Made ? 1 : 0;
            if (made == lacking)
            {
                return (made, null);
            }
        }

        return (made, reason);
    }
}
