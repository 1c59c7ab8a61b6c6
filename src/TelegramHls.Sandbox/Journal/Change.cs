using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Journal;

/// <summary>One commit: what is put becomes visible at once and durable together.</summary>
internal sealed class Change(World world, long now)
{
    private readonly HashSet<string> _signals = new(StringComparer.Ordinal);

    public World World => world;

    /// <summary>The time of the commit, Unix seconds.</summary>
    public long Now => now;

    public List<Entity> Entries { get; } = [];

    public void Put(Entity entity)
    {
        world.Apply(entity);
        Entries.Add(entity);
        switch (entity)
        {
            case ChatRecord chat:
                _signals.Add(chat.Key);
                break;
            case UpdateRecord update:
                _signals.Add(Signals.OfUpdates(update.Bot));
                break;
            case CallbackRecord callback:
                _signals.Add(Signals.OfCallback(callback.Id));
                break;
            default:
                break;
        }
    }

    public void PutMessage(MessageRecord message)
    {
        Put(message);
        Touch(message.ChatKey);
    }

    public void RemoveMessage(MessageRecord message)
    {
        Put(new MessageGone(message.ChatKey, message.Id));
        ChatRecord chat = world.Chats[message.ChatKey];
        if (chat.Pinned.Contains(message.Id))
        {
            Put(chat with { Pinned = [.. chat.Pinned.Where(id => id != message.Id)] });
        }

        Touch(message.ChatKey);
    }

    /// <summary>Channels and supergroups count for themselves, the private chats of a bot together.</summary>
    public int TakeMessageId(string chatKey)
    {
        ChatRecord chat = world.Chats[chatKey];
        if (chat.Bot is not { } id)
        {
            Put(chat with { NextMessageId = chat.NextMessageId + 1 });
            return chat.NextMessageId;
        }

        BotRecord bot = world.Bots[id];
        Put(bot with { NextMessageId = bot.NextMessageId + 1 });
        return bot.NextMessageId;
    }

    public void SetMember(string chatKey, long user, Membership membership)
    {
        ChatRecord chat = world.Chats[chatKey];
        Put(chat with { Members = new Dictionary<long, Membership>(chat.Members) { [user] = membership } });
    }

    public void FireSignals()
    {
        foreach (string name in _signals)
        {
            world.Signals.Fire(name);
        }
    }

    private void Touch(string chatKey)
    {
        ChatRecord chat = world.Chats[chatKey];
        Put(chat with { Version = chat.Version + 1 });
    }
}
