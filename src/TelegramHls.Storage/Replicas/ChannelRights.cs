using System.Collections.Concurrent;
using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Transport;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Storage.Replicas;

/// <summary>What each bot may do in each channel: asked for by calls that cost nothing, and remembered for a while.</summary>
internal sealed class ChannelRights(PoolRoster roster, PostingProbe probe, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Unanswered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(long Bot, long Chat), Rights> _known = new();
    private readonly ConcurrentDictionary<(long Bot, long Chat), DateTimeOffset> _rests = new();

    /// <summary>The channels of the pool as the settings name them now; one whose name nobody can resolve is left out.</summary>
    public async Task<IReadOnlyList<long>> ChannelsAsync(CancellationToken cancellationToken)
    {
        var channels = new HashSet<long>();
        foreach (PoolMember member in roster.Members)
        {
            (long chat, StoreOutcome? trouble) = await member.Chat.ResolveAsync(member.Bot, cancellationToken);
            if (trouble is null)
            {
                channels.Add(chat);
            }
        }

        return [.. channels];
    }

    /// <summary>True when the bot may post there, as far as is known.</summary>
    public async Task<bool> MayPostAsync(PoolMember member, long chat, CancellationToken cancellationToken) =>
        (await RightsAsync(member, chat, cancellationToken)).CanPost;

    /// <summary>True when the bot can see what stands there, as far as is known.</summary>
    public async Task<bool> MaySeeAsync(PoolMember member, long chat, CancellationToken cancellationToken) =>
        (await RightsAsync(member, chat, cancellationToken)).CanSee;

    /// <summary>Telegram refused the bot there.</summary>
    public void Refuse(PoolMember member, long chat) =>
        _known[(member.Bot.BotId, chat)] = new Rights(CanPost: false, CanSee: true, time.GetUtcNow() + Remembered);

    /// <summary>Telegram told the bot to wait there.</summary>
    public void Rest(PoolMember member, long chat, DateTimeOffset until) => _rests[(member.Bot.BotId, chat)] = until;

    public bool IsResting(PoolMember member, long chat) =>
        _rests.TryGetValue((member.Bot.BotId, chat), out DateTimeOffset until) && until > time.GetUtcNow();

    private async Task<Rights> AskAsync(BotConnection bot, long chat, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (ChatStanding? standing, StoreOutcome? trouble) = await probe.StandAsync(bot, chat, cancellationToken);
        bool isTold = standing is not null || trouble is StoreOutcome.Rejected { Fault: not RejectionFault.Server };
        return new Rights(
            standing is { CanPost: true },
            standing is { Role: not ("left" or "kicked") },
            now + (isTold ? Remembered : Unanswered));
    }

    private async Task<Rights> RightsAsync(PoolMember member, long chat, CancellationToken cancellationToken)
    {
        (long, long) key = (member.Bot.BotId, chat);
        DateTimeOffset now = time.GetUtcNow();
        return _known.TryGetValue(key, out Rights known) && known.Until > now
            ? known
            : _known[key] = await AskAsync(member.Bot, chat, now, cancellationToken);
    }

    private readonly record struct Rights(bool CanPost, bool CanSee, DateTimeOffset Until);
}
