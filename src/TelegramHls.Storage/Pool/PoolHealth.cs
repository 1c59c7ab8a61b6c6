using Microsoft.Extensions.Logging;
using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Storage.Pool;

/// <summary>Knows how each bot fares: takes it out when it is refused, and looks from time to time whether it is well again.</summary>
internal sealed class PoolHealth(
    PoolRoster roster, PoolQueue queue, PostingProbe probe, TimeProvider time, ILogger<PoolHealth> logger)
    : IPoolStatus, IDisposable
{
    private static readonly TimeSpan LongestProbePause = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _ending = new();

    public PoolSnapshot Look()
    {
        lock (roster.Gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            return new PoolSnapshot(now, [.. roster.Members.Select(member => member.StatusAt(now))], queue.StoppedSince);
        }
    }

    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        bool[] usable = await Task.WhenAll(roster.Members.Select(member => CheckAsync(member, cancellationToken)));
        return usable.Contains(true);
    }

    public void Dispose() => _ending.Cancel();

    /// <summary>Takes in what became of a send.</summary>
    public void Note(PoolMember member, PartToSend part, StoreOutcome outcome, TimeSpan took)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (roster.Gate)
        {
            _ = outcome.Match(
                stored =>
                {
                    member.Health.Stored(part.Part.Length, took);
                    StorageMetrics.PartsStored.Add(1);
                    StorageMetrics.BytesStored.Add(part.Part.Length);
                    queue.NoteStored();
                    logger.Stored(
                        member.Bot.BotId, part.Name, part.Part.Length, stored.Replica.ChatId, stored.Replica.MessageId);
                    return 0;
                },
                throttled =>
                {
                    member.Health.Throttle(now, throttled.Until);
                    StorageMetrics.Throttles.Add(1);
                    logger.Throttled(member.Bot.BotId, member.Chat.ToString(), throttled.Until);
                    return 0;
                },
                rejected =>
                {
                    member.Health.Failed(rejected.Reason);
                    logger.Refused(member.Bot.BotId, part.Name, rejected.Reason);
                    return 0;
                },
                unknown =>
                {
                    member.Health.Failed(unknown.Reason);
                    StorageMetrics.LostAnswers.Add(1);
                    logger.AnswerLost(member.Bot.BotId, part.Name, unknown.Reason);
                    return 0;
                });
        }

        if (outcome is StoreOutcome.Rejected refusal)
        {
            NoteRefusal(member, member.Chat.Known, refusal);
        }
    }

    /// <summary>A call of the member was refused: takes it out when its token, or its own channel, was the reason.</summary>
    /// <param name="member">The member.</param>
    /// <param name="chat">The channel that the call was about; null for its own one.</param>
    /// <param name="refusal">The answer.</param>
    public void NoteRefusal(PoolMember member, long? chat, StoreOutcome.Rejected refusal)
    {
        if (refusal.Fault == RejectionFault.Bot)
        {
            foreach (PoolMember same in roster.Members.Where(other => other.Bot.BotId == member.Bot.BotId))
            {
                TakeOut(same, refusal);
            }
        }
        else if (refusal.Fault == RejectionFault.Chat && (chat is null || chat == member.Chat.Known))
        {
            TakeOut(member, refusal);
        }
    }

    private async Task<bool> CheckAsync(PoolMember member, CancellationToken cancellationToken)
    {
        StoreOutcome? trouble = await probe.LookAsync(member.Bot, member.Chat, cancellationToken);
        if (trouble is StoreOutcome.Rejected { Fault: RejectionFault.Bot or RejectionFault.Chat } rejected)
        {
            TakeOut(member, rejected);
        }
        else if (trouble is null)
        {
            BringBack(member);
        }

        lock (roster.Gate)
        {
            return trouble is null && !member.Health.IsThrottled(time.GetUtcNow());
        }
    }

    private void TakeOut(PoolMember member, StoreOutcome.Rejected rejected)
    {
        lock (roster.Gate)
        {
            if (!member.Health.GoOut(time.GetUtcNow(), rejected))
            {
                return;
            }
        }

        logger.WentOut(member.Bot.BotId, member.Chat.ToString(), rejected.Reason);
        roster.Signal();
        _ = ProbeUntilWellAsync(member, _ending.Token);
    }

    private void BringBack(PoolMember member)
    {
        lock (roster.Gate)
        {
            if (!member.Health.IsOut)
            {
                return;
            }

            member.Health.ComeBack(time.GetUtcNow());

            // It missed its turns: it must not be given everything until it has caught up.
            member.Share = roster.Members.Max(other => other.Share);
        }

        logger.CameBack(member.Bot.BotId, member.Chat.ToString());
        roster.Signal();
    }

    private async Task ProbeUntilWellAsync(PoolMember member, CancellationToken cancellationToken)
    {
        try
        {
            double pause = 2.5 * Math.Pow(2, Math.Min(member.Health.TimesOut, 8));
            while (member.Health.IsOut)
            {
                TimeSpan wait = TimeSpan.FromSeconds(Math.Min(pause, LongestProbePause.TotalSeconds));
                await Task.Delay(wait, time, cancellationToken);
                pause *= 2;
                if (await probe.LookAsync(member.Bot, member.Chat, cancellationToken) is null)
                {
                    BringBack(member);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}
