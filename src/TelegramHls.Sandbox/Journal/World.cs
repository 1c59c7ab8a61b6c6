using TelegramHls.Sandbox.Events;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Journal;

/// <summary>
/// Everything that exists, in memory under one lock. All writing goes through <see cref="Change{T}"/>, which is durable
/// when it returns.
/// </summary>
internal sealed class World : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SandboxClock _clock;
    private readonly JournalFile _journal;

    public World(string journal, SandboxClock clock)
    {
        _clock = clock;
        _journal = JournalFile.Open(journal, this);
    }

    public AccountsRecord? Accounts { get; private set; }

    public Dictionary<long, BotRecord> Bots { get; } = [];

    public Dictionary<long, PersonRecord> People { get; } = [];

    public Dictionary<string, ChatRecord> Chats { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, MessageLine> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>The last message that a person has seen of a chat.</summary>
    public Dictionary<(string Chat, long Person), int> Reads { get; } = [];

    public Dictionary<long, DocumentRecord> Documents { get; } = [];

    public Dictionary<long, SortedDictionary<long, UpdateRecord>> Updates { get; } = [];

    public Dictionary<string, CallbackRecord> Callbacks { get; } = new(StringComparer.Ordinal);

    public Dictionary<(long Bot, long Document), ServerFileRecord> ServerFiles { get; } = [];

    public Signals Signals { get; } = new();

    public Watchers Watchers { get; } = new();

    public MessageRecord? Message(string chat, int id) =>
        Messages.GetValueOrDefault(chat)?.Find(id);

    /// <summary>Runs <paramref name="work"/> alone. It checks first and puts last: what it put is kept.</summary>
    public T Change<T>(Func<Change, T> work)
    {
        lock (_gate)
        {
            var change = new Change(this, _clock.Now);
            try
            {
                return work(change);
            }
            finally
            {
                _journal.Append(change.Entries);
                change.FireSignals();
                Watchers.Tell(this, change.Entries);
            }
        }
    }

    public T Read<T>(Func<World, T> look)
    {
        lock (_gate)
        {
            return look(this);
        }
    }

    public void Apply(Entity entity)
    {
        switch (entity)
        {
            case MessageRecord message:
                if (!Messages.TryGetValue(message.ChatKey, out MessageLine? messages))
                {
                    Messages[message.ChatKey] = messages = new MessageLine();
                }

                messages.Put(message);
                break;
            case MessageGone gone:
                Messages.GetValueOrDefault(gone.ChatKey)?.Remove(gone.Id);
                break;
            case UpdateRecord update:
                UpdatesOf(update.Bot)[update.Id] = update;
                break;
            case UpdatesGone gone:
                SortedDictionary<long, UpdateRecord> updates = UpdatesOf(gone.Bot);
                foreach (long id in updates.Keys.TakeWhile(id => id < gone.Below).ToList())
                {
                    updates.Remove(id);
                }

                break;
            default:
                ApplySingle(entity);
                break;
        }
    }

    public SortedDictionary<long, UpdateRecord> UpdatesOf(long bot)
    {
        if (!Updates.TryGetValue(bot, out SortedDictionary<long, UpdateRecord>? updates))
        {
            Updates[bot] = updates = [];
        }

        return updates;
    }

    /// <summary>The state as entries that lead back to it.</summary>
    public IEnumerable<Entity> Everything()
    {
        IEnumerable<Entity> all =
        [
            new ClockRecord(_clock.Moved.Ticks), .. Bots.Values, .. People.Values, .. Documents.Values, .. Chats.Values,
            .. Messages.Values.SelectMany(messages => messages.All),
            .. Reads.Select(read => new ReadRecord(read.Key.Chat, read.Key.Person, read.Value)),
            .. Updates.Values.SelectMany(updates => updates.Values), .. ServerFiles.Values, .. Callbacks.Values,
        ];
        return Accounts is null ? all : all.Append(Accounts);
    }

    /// <summary>At the start: forgets files that no message shows any more, and taps that nobody can answer.</summary>
    public void DropUnused()
    {
        HashSet<long> used = [.. Messages.Values.SelectMany(messages => messages.All).Select(each => each.Document ?? 0)];
        used.UnionWith(used.Select(id => Documents.GetValueOrDefault(id)?.Thumbnail ?? 0).ToList());
        foreach (long unused in Documents.Keys.Where(id => !used.Contains(id)).ToList())
        {
            Documents.Remove(unused);
        }

        foreach ((long Bot, long Document) unused in ServerFiles.Keys.Where(key => !used.Contains(key.Document)).ToList())
        {
            ServerFiles.Remove(unused);
        }

        long now = _clock.Now;
        foreach (string late in Callbacks.Values.Where(tap => tap.Date + CallbackRecord.Life < now).Select(tap => tap.Id).ToList())
        {
            Callbacks.Remove(late);
        }
    }

    public void Dispose() => _journal.Dispose();

    private void ApplySingle(Entity entity)
    {
        switch (entity)
        {
            case AccountsRecord accounts:
                Accounts = accounts;
                break;
            case BotRecord bot:
                Bots[bot.Id] = bot;
                break;
            case PersonRecord person:
                People[person.Id] = person;
                break;
            case ChatRecord chat:
                Chats[chat.Key] = chat;
                break;
            case DocumentRecord document:
                Documents[document.Id] = document;
                break;
            case CallbackRecord callback:
                Callbacks[callback.Id] = callback;
                break;
            case ReadRecord read:
                Reads[(read.ChatKey, read.Person)] = read.MessageId;
                break;
            case ServerFileRecord file:
                ServerFiles[(file.Bot, file.Document)] = file;
                break;
            case ClockRecord clock:
                _clock.Moved = TimeSpan.FromTicks(clock.MovedTicks);
                break;
            default:
                throw new InvalidDataException($"The journal holds an unknown entry {entity.GetType().Name}.");
        }
    }
}
