using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Storage.Replicas;

/// <summary>Works through the parts of a bot that gets no new ones, until none needs it.</summary>
public sealed class BotRetirement
{
    private readonly IdKeeper _ids;
    private readonly ChannelMove _move;
    private readonly PoolRoster _roster;
    private readonly IPoolStatus _pool;

    internal BotRetirement(IdKeeper ids, ChannelMove move, PoolRoster roster, IPoolStatus pool) =>
        (_ids, _move, _roster, _pool) = (ids, move, roster, pool);

    /// <summary>Does what can be done now; what was done stays when it is run again.</summary>
    /// <param name="bot">The bot's number; it is one of <see cref="RetiredBots"/>, or the settings do not name it.</param>
    /// <param name="givesUp">Its channel, when that is to be given up too; null to keep it.</param>
    /// <param name="progress">Told how many parts are done, of how many; first those of the channel.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<RetireReport> RunAsync(
        long bot, long? givesUp, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        await _pool.CheckAsync(cancellationToken);
        (int inChannel, int still, string? whyThere) = givesUp is { } chat
            ? await _move.RunAsync(chat, progress, cancellationToken)
            : (0, 0, null);
        int all = (await _ids.LookAsync(cancellationToken)).GetValueOrDefault(bot);
        await _ids.FinishAsync(left => progress.Report((all - left.GetValueOrDefault(bot), all)), cancellationToken);
        int without = (await _ids.LookAsync(cancellationToken)).GetValueOrDefault(bot);
        return new RetireReport(all, without, without > 0 ? _ids.Lack : null, inChannel, still, whyThere);
    }

    /// <summary>The number of the bot's channel; null when it has none of its own, because others store there too.</summary>
    public async Task<long?> OwnChannelAsync(long bot, CancellationToken cancellationToken)
    {
        if (_roster.FitFor(bot).FirstOrDefault(member => member.Bot.BotId == bot) is not { } retired)
        {
            return null;
        }

        (long own, _) = await retired.Chat.ResolveAsync(retired.Bot, cancellationToken);
        foreach (PoolMember member in _roster.Members)
        {
            (long chat, _) = await member.Chat.ResolveAsync(member.Bot, cancellationToken);
            if (chat == own)
            {
                return null;
            }
        }

        return own == 0 ? null : own;
    }
}
