using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>The members of the pool as the settings name them now, and those that were named before: they are read from still.</summary>
internal sealed class PoolRoster
{
    private readonly IOptions<TelegramOptions> _options;
    private readonly BotConnections _connections;
    private readonly TimeProvider _time;
    private readonly ILogger<PoolRoster> _logger;
    private readonly RetiredBots _marked;
    private volatile IReadOnlyList<BotOptions> _named;
    private volatile IReadOnlyList<PoolMember> _members = [];
    private volatile IReadOnlyList<PoolMember> _retired = [];
    private volatile TaskCompletionSource _changed = NewSignal();

    public PoolRoster(
        PoolSettings settings,
        RetiredBots marked,
        IOptions<TelegramOptions> options,
        BotConnections connections,
        TimeProvider time,
        ILogger<PoolRoster> logger)
    {
        (_options, _marked, _connections, _time, _logger) = (options, marked, connections, time, logger);
        _named = settings.Bots;
        PoolMember[] all = [.. settings.Bots.Select(NewMember)];
        _members = [.. all.Where(IsInUse)];
        _retired = [.. all.Except(_members)];
        settings.OnChange(Apply);
        marked.Changed = () => Apply(_named);
    }

    /// <summary>Guards the health of all members.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Whoever may be given parts, in the order of the settings.</summary>
    public IReadOnlyList<PoolMember> Members => _members;

    /// <summary>Completes at the next change that may let somebody send.</summary>
    public Task Changed => _changed.Task;

    private BotConnection? Control =>
        _options.Value.ControlBot.Token is { Length: > 0 } token ? _connections.Open(token) : null;

    public void Signal() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    /// <summary>Way to the bot of that id; null when the settings did not name it since the start of the program.</summary>
    public BotConnection? Find(long botId)
    {
        PoolMember? member = _members.Concat(_retired).FirstOrDefault(member => member.Bot.BotId == botId);
        if (member is not null)
        {
            return member.Bot;
        }

        return Control is { } control && control.BotId == botId ? control : null;
    }

    /// <summary>True when the token of that bot was refused, as far as is known.</summary>
    public bool HasLostToken(long botId)
    {
        lock (Gate)
        {
            return _members.Concat(_retired).Any(member => member.Bot.BotId == botId && member.Health.OutBy == RejectionFault.Bot);
        }
    }

    /// <summary>Whoever may be asked to do something with a message of that bot: itself first, also when it has left the pool.</summary>
    public IReadOnlyList<PoolMember> FitFor(long botId)
    {
        lock (Gate)
        {
            return
            [
                .. _members.Concat(_retired.Where(member => member.Bot.BotId == botId))
                    .Where(member => !member.Health.IsOut)
                    .OrderByDescending(member => member.Bot.BotId == botId),
            ];
        }
    }

    /// <summary>Members that are not out.</summary>
    public IReadOnlyList<PoolMember> FitMembers()
    {
        lock (Gate)
        {
            return [.. _members.Where(member => !member.Health.IsOut)];
        }
    }

    /// <summary>
    /// The bots whose ids count: those that the settings name, but one whose token is refused for longer than
    /// <paramref name="lostAfter"/>; and the control bot, which has ids of originals.
    /// </summary>
    public IReadOnlyCollection<long> Keepers(TimeSpan lostAfter)
    {
        DateTimeOffset now = _time.GetUtcNow();
        lock (Gate)
        {
            HashSet<long> bots =
            [
                .. _members
                    .Where(member => member.Health.OutBy != RejectionFault.Bot || member.Health.OutSince + lostAfter > now)
                    .Select(member => member.Bot.BotId),
            ];
            if (Control is { } control)
            {
                bots.Add(control.BotId);
            }

            return bots;
        }
    }

    /// <summary>
    /// Whoever may be asked to change a message of that bot: itself first, also where it is no member of the pool, as the control
    /// bot is.
    /// </summary>
    public IReadOnlyList<BotConnection> HandsFor(long botId)
    {
        IEnumerable<BotConnection> members = FitFor(botId).Select(member => member.Bot);
        bool isMember = _members.Concat(_retired).Any(member => member.Bot.BotId == botId);
        return !isMember && Find(botId) is { } outsider ? [outsider, .. members] : [.. members];
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static bool IsOf(PoolMember member, BotOptions bot) =>
        string.Equals(member.Token, bot.Token, StringComparison.Ordinal)
        && string.Equals(member.Chat.ToString(), bot.ChatId, StringComparison.Ordinal);

    private PoolMember NewMember(BotOptions bot) =>
        new(_connections.Open(bot.Token!), bot.Token!, bot.ChatId!, _time, Rest);

    private bool IsInUse(PoolMember member) => !_marked.Bots.Contains(member.Bot.BotId);

    private void Apply(IReadOnlyList<BotOptions> bots)
    {
        List<PoolMember> joined = [];
        PoolMember[] gone;
        lock (Gate)
        {
            // A newcomer has missed its turns: it must not be given everything until it has caught up.
            long share = _members.Select(member => member.Share).DefaultIfEmpty().Max();
            List<PoolMember> now = [];
            List<PoolMember> apart = [];
            _named = bots;
            foreach (BotOptions bot in bots)
            {
                PoolMember? known = _members.Concat(_retired).FirstOrDefault(member => IsOf(member, bot));
                PoolMember member = known ?? NewMember(bot);
                if (!IsInUse(member))
                {
                    apart.Add(member);
                    continue;
                }

                if (!_members.Contains(member))
                {
                    member.Share = share;
                    joined.Add(member);
                }

                now.Add(member);
            }

            gone = [.. _members.Except(now)];
            _retired = [.. _retired.Except(now).Union(gone).Union(apart)];
            _members = now;
        }

        joined.ForEach(member => _logger.Joined(member.Bot.BotId, member.Chat.ToString()));
        Array.ForEach(gone, member => _logger.Retired(member.Bot.BotId, member.Chat.ToString()));
        Signal();
    }

    private void Rest(PoolMember member, DateTimeOffset until)
    {
        lock (Gate)
        {
            member.Health.Rest(_time.GetUtcNow(), until);
        }

        Signal();
    }
}
