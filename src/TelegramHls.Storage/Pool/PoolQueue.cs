using TelegramHls.Storage.Pool.Members;

namespace TelegramHls.Storage.Pool;

/// <summary>Chooses who sends next: who is free first, the least loaded of those, equals in turn by the bytes they had.</summary>
internal sealed class PoolQueue(PoolRoster roster, ChatBudgets budgets, TimeProvider time)
{
    /// <summary>
    /// How long no bot may be of use before the part is given back, and with it ffmpeg and the job's place: most disturbances (a
    /// restart of the server, a wait of a minute) are over by then, and beginning anew costs about as much.
    /// </summary>
    public static readonly TimeSpan Outage = TimeSpan.FromMinutes(2);

    private DateTimeOffset _lastStored;
    private DateTimeOffset? _stoppedSince;

    /// <summary>Since when parts wait and nobody can take one; null while nothing is stopped. Read under the pool's lock.</summary>
    public DateTimeOffset? StoppedSince => IsStopped(time.GetUtcNow()) ? _stoppedSince : null;

    /// <summary>The server took a part.</summary>
    public void NoteStored() => _lastStored = time.GetUtcNow();

    /// <summary>Gives the part back before anything is prepared for it when every bot is known to be out.</summary>
    /// <exception cref="StorageUnavailableException">Every bot is out, or there is none.</exception>
    public void ThrowWhenAllAreOut()
    {
        lock (roster.Gate)
        {
            if (roster.Members.All(member => member.Health.IsOut))
            {
                throw new StorageUnavailableException($"No storage bot can store: {string.Join("; ", Reasons())}");
            }
        }
    }

    /// <summary>Waits for a member that may send now and takes a slot of it and a message from its chat's budget.</summary>
    /// <param name="bytes">Bytes to be sent.</param>
    /// <param name="since">Since when the part waits to be stored.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="StorageUnavailableException">For two minutes no bot was of use.</exception>
    public async Task<PoolMember> TakeAsync(int bytes, DateTimeOffset since, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            TimeSpan wait;
            lock (roster.Gate)
            {
                DateTimeOffset now = time.GetUtcNow();
                if (Choose(now, bytes) is { } member)
                {
                    _stoppedSince = null;
                    member.Share += bytes;
                    member.Health.InFlight++;
                    member.Health.BytesInFlight += bytes;
                    return member;
                }

                wait = WaitFrom(now, since);
                changed = roster.Changed;
            }

            using var delay = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(wait, time, delay.Token));
            await delay.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public void Give(PoolMember member, int bytes)
    {
        lock (roster.Gate)
        {
            member.Health.InFlight--;
            member.Health.BytesInFlight -= bytes;
            member.Health.Calls++;
        }

        roster.Signal();
    }

    /// <summary>After an attempt that failed: ends the trying when nothing has worked for too long.</summary>
    /// <exception cref="StorageUnavailableException">For two minutes no bot was of use.</exception>
    public void ThrowAtOutage(DateTimeOffset since)
    {
        lock (roster.Gate)
        {
            ThrowAtOutage(time.GetUtcNow(), since);
        }
    }

    private void ThrowAtOutage(DateTimeOffset now, DateTimeOffset since)
    {
        if (now >= (since > _lastStored ? since : _lastStored) + Outage)
        {
            throw new StorageUnavailableException(
                $"No storage bot could store anything for {Outage.TotalMinutes} minutes: {string.Join("; ", Reasons())}");
        }
    }

    private PoolMember? Choose(DateTimeOffset now, int bytes)
    {
        IEnumerable<PoolMember> free = roster.Members
            .Where(member => !member.Health.IsOut
                && member.Health.InFlight < PoolMember.Slots
                && member.Health.FreeAt <= now)
            .OrderBy(member => Math.Round(member.Health.BytesInFlight / (double)bytes))
            .ThenBy(member => member.Share);
        return free.FirstOrDefault(member => BudgetOf(member)?.TryTake() ?? true);
    }

    private TimeSpan WaitFrom(DateTimeOffset now, DateTimeOffset since)
    {
        if (IsStopped(now))
        {
            _stoppedSince ??= now;
            ThrowAtOutage(now, since);
        }

        // Also wakes up now and then to see whether the outage has lasted too long.
        DateTimeOffset next = now + TimeSpan.FromSeconds(10);
        foreach (PoolMember member in roster.Members.Where(member => !member.Health.IsOut))
        {
            DateTimeOffset budget = BudgetOf(member)?.NextAt ?? now;
            DateTimeOffset at = budget > member.Health.FreeAt ? budget : member.Health.FreeAt;
            next = at > now && at < next ? at : next;
        }

        return next - now;
    }

    private bool IsStopped(DateTimeOffset now) =>
        roster.Members.All(member => member.Health.InFlight == 0 && (member.Health.IsOut || member.Health.FreeAt > now));

    private ChatBudget? BudgetOf(PoolMember member) => member.Chat.Known is { } chat ? budgets.Of(chat) : null;

    private IEnumerable<string> Reasons() =>
        roster.Members.Count == 0
            ? ["none is configured (Telegram__StorageBots__0__Token)"]
            : roster.Members.Select(member => $"bot {member.Bot.BotId} in {member.Chat}: {member.Health.LastError ?? "unknown"}");
}
