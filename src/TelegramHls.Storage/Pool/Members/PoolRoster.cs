using Microsoft.Extensions.Options;
using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>The members of the pool as configured. Without storage bots the control bot is the pool.</summary>
internal sealed class PoolRoster
{
    private readonly Lazy<IReadOnlyList<PoolMember>> _members;
    private readonly IOptions<TelegramOptions> _options;
    private readonly BotConnections _connections;
    private volatile TaskCompletionSource _changed = NewSignal();

    public PoolRoster(IOptions<TelegramOptions> options, BotConnections connections, TimeProvider time)
    {
        _options = options;
        _connections = connections;
        _members = new Lazy<IReadOnlyList<PoolMember>>(() => Build(time));
    }

    /// <summary>Guards the health of all members.</summary>
    public Lock Gate { get; } = new();

    public IReadOnlyList<PoolMember> Members => _members.Value;

    /// <summary>Completes at the next change that may let somebody send.</summary>
    public Task Changed => _changed.Task;

    public void Signal() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    /// <summary>Way to the bot of that id; null when it is not configured (any more).</summary>
    public BotConnection? Find(long botId)
    {
        PoolMember? member = Members.FirstOrDefault(member => member.Bot.BotId == botId);
        if (member is not null)
        {
            return member.Bot;
        }

        string? control = _options.Value.ControlBot.Token;
        BotConnection? bot = string.IsNullOrEmpty(control) ? null : _connections.Open(control);
        return bot?.BotId == botId ? bot : null;
    }

    /// <summary>True when the token of that bot was refused, as far as is known.</summary>
    public bool HasLostToken(long botId)
    {
        lock (Gate)
        {
            return Members.Any(member => member.Bot.BotId == botId && member.Health.OutBy == RejectionFault.Bot);
        }
    }

    /// <summary>Members that may be asked to do something, the bot of that id first.</summary>
    public IReadOnlyList<PoolMember> FitFor(long botId)
    {
        lock (Gate)
        {
            return
            [
                .. Members.Where(member => !member.Health.IsOut).OrderByDescending(member => member.Bot.BotId == botId),
            ];
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Rest(PoolMember member, DateTimeOffset until)
    {
        lock (Gate)
        {
            member.Health.Rest(until);
        }

        Signal();
    }

    private List<PoolMember> Build(TimeProvider time)
    {
        TelegramOptions options = _options.Value;
        IEnumerable<BotOptions> bots = options.StorageBots.Count > 0 ? options.StorageBots : [options.ControlBot];
        return
        [
            .. bots
                .Where(bot => !string.IsNullOrEmpty(bot.Token) && !string.IsNullOrEmpty(bot.ChatId))
                .Select(bot => new PoolMember(_connections.Open(bot.Token!), bot.ChatId!, time, Rest)),
        ];
    }
}
