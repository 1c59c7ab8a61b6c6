using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Events;

/// <summary>Everyone who wants to hear of changes while they happen.</summary>
internal sealed class Watchers
{
    private readonly Lock _gate = new();
    private Watcher[] _all = [];

    /// <summary>Hears of everything from now on that the person can see, until disposed.</summary>
    public IDisposable Add(Watcher watcher)
    {
        lock (_gate)
        {
            _all = [.. _all, watcher];
        }

        return new Leave(this, watcher);
    }

    /// <summary>A commit was made; called under the world's lock.</summary>
    public void Tell(World world, IReadOnlyList<Entity> entries)
    {
        foreach (Watcher watcher in _all)
        {
            foreach (Entity entry in entries)
            {
                Tell(world, watcher, entry);
            }
        }
    }

    public void Tell(World world, ChatAction action)
    {
        foreach (Watcher watcher in _all.Where(watcher => Sees(world, watcher, action.Chat)))
        {
            watcher.Action(action);
        }
    }

    private static void Tell(World world, Watcher watcher, Entity entry)
    {
        switch (entry)
        {
            case MessageRecord message when Sees(world, watcher, message.ChatKey):
                watcher.Message(message.ChatKey, message.Id);
                break;
            case MessageGone gone when Sees(world, watcher, gone.ChatKey):
                watcher.Message(gone.ChatKey, gone.Id);
                break;
            case ChatRecord chat when Sees(world, watcher, chat.Key):
                watcher.Chat(chat.Key);
                break;
            case ReadRecord read when read.Person == watcher.Person:
                watcher.Chat(read.ChatKey);
                break;

            // The bot's name and commands; and what it has fetched is no longer only sent.
            case BotRecord bot:
                watcher.Chat(ChatRecord.KeyOf(bot.Id, watcher.Person));
                break;
            case UpdatesGone gone:
                watcher.Chat(ChatRecord.KeyOf(gone.Bot, watcher.Person));
                break;
            default:
                break;
        }
    }

    private static bool Sees(World world, Watcher watcher, string chatKey) =>
        world.Chats.GetValueOrDefault(chatKey)?.SeenBy(watcher.Person) == true;

    private sealed class Leave(Watchers watchers, Watcher watcher) : IDisposable
    {
        public void Dispose()
        {
            lock (watchers._gate)
            {
                watchers._all = [.. watchers._all.Where(other => other != watcher)];
            }
        }
    }
}
