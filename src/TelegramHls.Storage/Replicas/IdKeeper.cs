using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Reading.Ways;

namespace TelegramHls.Storage.Replicas;

/// <summary>
/// Sees to it that of each part a bot of the pool has an id, also when the one that sent it is lost: another that can see the message
/// forwards it and keeps the id. The rows tell which parts lack one, so nothing is forgotten over a restart; what can wait takes only
/// what the scratch chat has to spare.
/// </summary>
public sealed class IdKeeper
{
    private const int PageSize = 50;
    private const int AtOnce = 4;

    // Shorter than it takes to get a new token from BotFather and set it, longer than a slip.
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly IReplicaLedger _ledger;
    private readonly OwnIds _ids;
    private readonly ScratchLook _scratch;
    private readonly ChannelRights _rights;
    private readonly PoolRoster _roster;
    private readonly TimeProvider _time;
    private readonly ILogger<IdKeeper> _logger;
    private readonly ConcurrentDictionary<long, DateTimeOffset> _rests = new();
    private readonly ConcurrentDictionary<(long Chat, int Message), byte> _gone = new();

    internal IdKeeper(
        IReplicaLedger ledger,
        OwnIds ids,
        ScratchLook scratch,
        ChannelRights rights,
        PoolRoster roster,
        TimeProvider time,
        ILogger<IdKeeper> logger)
    {
        (_ledger, _ids, _scratch, _rights, _roster, _time, _logger) = (ledger, ids, scratch, rights, roster, time, logger);
    }

    /// <summary>By the number of a lost bot: parts that it has an id of and no bot of the pool has, at the last look.</summary>
    public IReadOnlyDictionary<long, int> Stranded { get; private set; } = new Dictionary<long, int>();

    /// <summary>Why some of them cannot be had, in words, as far as the last round showed; null when nothing is in the way.</summary>
    public string? Lack { get; private set; }

    /// <summary>Counts anew.</summary>
    public async Task<IReadOnlyDictionary<long, int>> LookAsync(CancellationToken cancellationToken) =>
        Stranded = await _ledger.CountStrandedAsync(_roster.Keepers(LostAfter), cancellationToken);

    /// <summary>Works off what there is, at once and from minute to minute, until it is told to end.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        TimeSpan pause = BetweenLooks;
        while (true)
        {
            IdRound round = await RunAsync(cancellationToken);
            bool isStuck = round is { Missing: > 0, Made: 0 };
            pause = !isStuck ? BetweenLooks : pause * 2 < LongestPause ? pause * 2 : LongestPause;
            await Task.Delay(pause, _time, cancellationToken);
        }
    }

    /// <summary>Goes once through all parts of which no bot of the pool has an id, and gets those that can be had now.</summary>
    public Task<IdRound> RunAsync(CancellationToken cancellationToken) => RunAsync(isUrgent: false, _ => { }, cancellationToken);

    /// <summary>Goes through them until nothing more can be had, for somebody who waits; where Telegram asks for a wait, it waits.</summary>
    /// <param name="looked">Told what is left, from time to time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task FinishAsync(Action<IReadOnlyDictionary<long, int>> looked, CancellationToken cancellationToken)
    {
        while (true)
        {
            IdRound round = await RunAsync(isUrgent: true, looked, cancellationToken);
            DateTimeOffset now = _time.GetUtcNow();
            DateTimeOffset[] rests = [.. _rests.Values.Where(until => until > now)];
            if (round.Missing == 0 || (round.Made == 0 && rests.Length == 0))
            {
                return;
            }

            await Task.Delay(rests.Length > 0 ? rests.Min() - now : TimeSpan.Zero, _time, cancellationToken);
        }
    }

    private async Task<IdRound> RunAsync(
        bool isUrgent, Action<IReadOnlyDictionary<long, int>> looked, CancellationToken cancellationToken)
    {
        var tally = new RoundTally();
        long after = 0;
        while ((await LookAsync(cancellationToken)).Count > 0)
        {
            looked(Stranded);
            IReadOnlyList<PlacedPart> page =
                await _ledger.StrandedPartsAsync(_roster.Keepers(LostAfter), after, PageSize, cancellationToken);
            if (page.Count == 0)
            {
                break;
            }

            await Parallel.ForEachAsync(
                page,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (part, token) => tally.Add(part, await AcquireAsync(part, isUrgent, token)));
            after = page[^1].Number;
        }

        if (tally.Reason is { } reason && reason != Lack)
        {
            _logger.IdsLacking(tally.Missing, reason);
        }

        Lack = tally.Reason;
        return new IdRound(tally.Made, tally.Missing);
    }

    private static string Gone(Replica message) =>
        $"message {message.MessageId} in {message.ChatId} is gone or holds something else; telegramhls scrub tells more";

    private static string NobodySees(Replica message, List<PoolMember> able) => able.Count == 0
        ? "no bot of the pool is fit"
        : $"no other bot can see channel {message.ChatId}: make bot {able[0].Bot.BotId} an administrator there";

    private async Task<(int Made, string? Reason)> AcquireAsync(
        PlacedPart part, bool isUrgent, CancellationToken cancellationToken)
    {
        string? reason = null;
        foreach (Replica message in part.Messages)
        {
            if (_gone.ContainsKey((message.ChatId, message.MessageId)))
            {
                reason ??= Gone(message);
                continue;
            }

            (bool isMade, string? why) = await AcquireAsync(part, message, isUrgent, cancellationToken);
            if (isMade)
            {
                return (1, null);
            }

            reason ??= why;
        }

        return (0, reason);
    }

    private async Task<(bool IsMade, string? Reason)> AcquireAsync(
        PlacedPart part, Replica message, bool isUrgent, CancellationToken cancellationToken)
    {
        string? reason = null;
        List<PoolMember> able =
            [.. _roster.FitMembers().DistinctBy(member => member.Bot.BotId).OrderBy(_scratch.SpareAt)];
        foreach (PoolMember member in able)
        {
            if (!await _rights.MaySeeAsync(member, message.ChatId, cancellationToken))
            {
                continue;
            }

            if (_rests.TryGetValue(member.Bot.BotId, out DateTimeOffset until) && until > _time.GetUtcNow())
            {
                reason = $"bot {member.Bot.BotId} was told to wait";
                continue;
            }

            (Replica? own, StoreOutcome? failure) =
                await _ids.AskAsync(member, message, part.File, part.Part, isUrgent, cancellationToken);
            if (own is not null)
            {
                _logger.IdAcquired(part.Part.Index, part.File, own.BotId, message.BotId);
                return (true, null);
            }

            reason = Note(member, message, failure);
        }

        return (false, reason ?? NobodySees(message, able));
    }

    private string Note(PoolMember member, Replica message, StoreOutcome? failure)
    {
        if (failure is StoreOutcome.Throttled throttled)
        {
            _rests[member.Bot.BotId] = throttled.Until;
        }
        else if (failure is null)
        {
            _gone.TryAdd((message.ChatId, message.MessageId), 0);
        }

        return failure?.Match(
            _ => throw new System.Diagnostics.UnreachableException(),
            _ => $"bot {member.Bot.BotId} was told to wait",
            rejected => $"bot {member.Bot.BotId} in {_scratch.ChatOf(member)}: {rejected.Reason}",
            unknown => unknown.Reason) ?? Gone(message);
    }
}
