using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>One budget per chat, shared by all bots that send there.</summary>
internal sealed class ChatBudgets(IOptions<StorageOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, ChatBudget> _budgets = new();

    public ChatBudget Of(long chatId) =>
        _budgets.GetOrAdd(chatId, _ => new ChatBudget(options.Value.MessagesPerMinute, time));
}
