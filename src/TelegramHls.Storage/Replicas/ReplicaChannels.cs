using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using TelegramHls.Storage.Pool.Members;

namespace TelegramHls.Storage.Replicas;

/// <summary>In which channel a further replica goes: the one that takes a message first, among those the one that got the fewest.</summary>
internal sealed class ReplicaChannels(ChannelRights rights, ChatBudgets budgets, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, int> _given = new();

    /// <summary>The channels of the pool but these, the best first. A channel counts as given when it is returned.</summary>
    public async IAsyncEnumerable<long> NextAsync(
        IReadOnlySet<long> except, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<long> channels = await rights.ChannelsAsync(cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        foreach (long chat in channels.Where(chat => !except.Contains(chat))
            .OrderBy(chat => budgets.Of(chat).NextAt is var next && next > now ? next : now)
            .ThenBy(chat => _given.GetValueOrDefault(chat)))
        {
            _given.AddOrUpdate(chat, 1, (_, given) => given + 1);
            yield return chat;
        }
    }
}
