using System.Text;
using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Updates;

/// <summary>getUpdates: one waiting call per bot, confirmation by offset.</summary>
internal sealed class Polling(World world, SandboxClock clock)
{
    private const int LongestPoll = 50;
    private const int MostUpdates = 100;
    private const int LongestAnswer = 4 * 1024 * 1024;
    private static readonly TimeSpan Repeat = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan HastyRepeat = TimeSpan.FromMilliseconds(500);
    private readonly Lock _gate = new();
    private readonly Dictionary<long, PollState> _states = [];

    public async Task<JsonNode> GetUpdatesAsync(Call call, CancellationToken ct)
    {
        Parameters given = call.Parameters;
        IReadOnlyList<string>? allowed = UpdateKinds.Read(given);
        int limit = given.Int("limit", MostUpdates);
        limit = limit is < 1 or > MostUpdates ? MostUpdates : limit;
        int timeout = Math.Clamp(given.Int("timeout"), 0, LongestPoll);
        long offset = given.Number("offset");
        PollState state = StateOf(call.BotId);
        (timeout, limit) = Calm(state, offset, timeout, limit);

        Begin(call.BotId, offset, allowed);
        using CancellationTokenSource poll = CancellationTokenSource.CreateLinkedTokenSource(ct);
        WaitingPoll? mine = null;
        DateTimeOffset until = clock.Timers.GetUtcNow() + TimeSpan.FromSeconds(timeout);
        try
        {
            while (true)
            {
                Task signal = world.Signals.Next(Signals.OfUpdates(call.BotId));
                JsonArray updates = Take(call.BotId, limit);
                TimeSpan left = until - clock.Timers.GetUtcNow();
                if (updates.Count > 0 || left <= TimeSpan.Zero)
                {
                    return updates;
                }

                mine ??= Replace(state, new WaitingPoll(poll));
                await Signals.WaitAsync(signal, left, clock.Timers, poll.Token);
            }
        }
        catch (OperationCanceledException) when (mine?.Fault is not null && !ct.IsCancellationRequested)
        {
            await Task.Delay(mine.Delay, clock.Timers, ct);
            throw mine.Fault;
        }
        finally
        {
            lock (_gate)
            {
                state.Current = state.Current == mine ? null : state.Current;
            }
        }
    }

    /// <summary>The bots with a call that waits.</summary>
    public IReadOnlyList<long> WaitingBots()
    {
        lock (_gate)
        {
            return [.. _states.Where(pair => pair.Value.Current is not null).Select(pair => pair.Key)];
        }
    }

    /// <summary>Ends the waiting call of the bot.</summary>
    public void Terminate(long bot, ApiFaultException fault)
    {
        WaitingPoll? older;
        lock (_gate)
        {
            PollState state = Find(bot);
            older = state.Current;
            state.Current = null;
        }

        older?.End(fault, TimeSpan.Zero);
    }

    private WaitingPoll Replace(PollState state, WaitingPoll mine)
    {
        WaitingPoll? older;
        TimeSpan delay;
        lock (_gate)
        {
            older = state.Current;
            state.Current = mine;
            DateTimeOffset now = clock.Timers.GetUtcNow();
            delay = older is not null && state.LastConflict > now - Repeat ? Repeat : TimeSpan.Zero;
            state.LastConflict = older is null ? state.LastConflict : now;
        }

        const string text = "terminated by other getUpdates request; make sure that only one bot instance is running";
        older?.End(new ApiFaultException(409, text), delay);
        return mine;
    }

    private void Begin(long id, long offset, IReadOnlyList<string>? allowed) => world.Change(change =>
    {
        BotRecord bot = change.World.Bots[id];
        if (bot.Webhook is not null)
        {
            throw new ApiFaultException(
                409,
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        if (allowed is not null && !allowed.SequenceEqual(bot.AllowedUpdates ?? [], StringComparer.Ordinal))
        {
            change.Put(bot with { AllowedUpdates = allowed });
        }

        SortedDictionary<long, UpdateRecord> queue = change.World.UpdatesOf(id);
        long below = offset switch
        {
            > 0 when offset <= bot.NextUpdateId + 10 && offset >= bot.NextUpdateId - 100_000 => offset,
            < 0 when queue.Count > 0 => queue.Keys.ElementAt((int)Math.Max(0, queue.Count + Math.Max(offset, -queue.Count))),
            _ => 0,
        };
        if (queue.Count > 0 && queue.Keys.First() < below)
        {
            change.Put(new UpdatesGone(id, below));
        }

        return below;
    });

    private JsonArray Take(long id, int limit) => world.Read(all =>
    {
        long now = clock.Now;
        SortedDictionary<long, UpdateRecord> queue = all.UpdatesOf(id);
        foreach (long expired in queue.Values.Where(update => update.Expires <= now).Select(update => update.Id).ToList())
        {
            queue.Remove(expired);
        }

        var taken = new JsonArray();
        long length = 0;
        foreach (UpdateRecord update in queue.Values.Take(limit))
        {
            string content = update.Content.GetRawText();
            length += Encoding.UTF8.GetByteCount(content);
            if (length > LongestAnswer && taken.Count > 0)
            {
                break;
            }

            taken.Add(new JsonObject { ["update_id"] = update.Id, [update.Kind] = JsonNode.Parse(content) });
        }

        return taken;
    });

    private (int Timeout, int Limit) Calm(PollState state, long offset, int timeout, int limit)
    {
        lock (_gate)
        {
            DateTimeOffset now = clock.Timers.GetUtcNow();
            TimeSpan since = now - state.LastStart;
            bool same = state.LastOffset == offset;
            state.LastOffset = offset;
            state.LastStart = now;
            return (
                same && since < Repeat ? Math.Max(timeout, (int)Repeat.TotalSeconds) : timeout,
                same && since < HastyRepeat ? 1 : limit);
        }
    }

    private PollState StateOf(long bot)
    {
        lock (_gate)
        {
            return Find(bot);
        }
    }

    private PollState Find(long bot)
    {
        if (!_states.TryGetValue(bot, out PollState? state))
        {
            _states[bot] = state = new PollState();
        }

        return state;
    }
}
