using System.Security.Cryptography;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Accounts;

/// <summary>Makes bots, channels and people with random ids; the first start makes the standard set.</summary>
internal static class AccountMaker
{
    private const int StorageBots = 4;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static SandboxAccounts OpenOrMake(World world) => world.Change(change =>
    {
        AccountsRecord record = world.Accounts ?? MakeStandardSet(change);
        return new SandboxAccounts(
            Public(world.Bots[record.ControlBot]),
            [.. record.StorageBots.Select(pair => new SandboxStorageBot(Public(world.Bots[pair.Bot]), pair.Chat))],
            Public(world.People[record.Person]));
    });

    public static BotRecord MakeBot(Change change, string firstName, string username)
    {
        World world = change.World;
        long id;
        do
        {
            id = RandomNumberGenerator.GetInt32(1_000_000_000, int.MaxValue) + 5_000_000_000L;
        }
        while (world.Bots.ContainsKey(id));

        string token = $"{id}:AA{RandomNumberGenerator.GetString(Letters, 33)}";
        var bot = new BotRecord(id, token, username, firstName, NewSecret())
        {
            NextUpdateId = RandomNumberGenerator.GetInt32(10_000_000, 900_000_000),
        };
        change.Put(bot);
        return bot;
    }

    public static PersonRecord MakePerson(Change change, string firstName, string username)
    {
        long id;
        do
        {
            id = RandomNumberGenerator.GetInt32(100_000_000, 1_000_000_000);
        }
        while (change.World.People.ContainsKey(id));

        var person = new PersonRecord(id, firstName, username);
        change.Put(person);
        return person;
    }

    public static ChatRecord MakeChannel(Change change, string title, string? username, string type, long owner)
    {
        long id;
        do
        {
            id = -1_000_000_000_000L - RandomNumberGenerator.GetInt32(1_000_000_000, int.MaxValue);
        }
        while (change.World.Chats.ContainsKey(ChatRecord.KeyOf(id)));

        var chat = new ChatRecord(ChatRecord.KeyOf(id), id, type)
        {
            Title = title,
            Username = username,
            Members = new Dictionary<long, Membership> { [owner] = new("creator", AdminRights.All) },
        };
        change.Put(chat);
        change.PutMessage(new MessageRecord(chat.Key, change.TakeMessageId(chat.Key), change.Now)
        {
            From = owner,
            Created = title,
        });
        return change.World.Chats[chat.Key];
    }

    public static string NewSecret() => RandomNumberGenerator.GetHexString(32);

    public static SandboxBot Public(BotRecord bot) => new(bot.Id, bot.Token, bot.Username);

    public static SandboxPerson Public(PersonRecord person) => new(person.Id, person.FirstName, person.Username);

    private static AccountsRecord MakeStandardSet(Change change)
    {
        PersonRecord person = MakePerson(change, "Robin", "robin");
        BotRecord control = MakeBot(change, "TelegramHls", "sandbox_control_bot");
        var storage = new List<StoragePair>();
        for (int number = 1; number <= StorageBots; number++)
        {
            BotRecord bot = MakeBot(change, $"Storage {number}", $"sandbox_storage{number}_bot");
            ChatRecord chat = MakeChannel(change, $"Storage {number}", null, "channel", person.Id);
            change.SetMember(chat.Key, bot.Id, new Membership("administrator", AdminRights.All));
            storage.Add(new StoragePair(bot.Id, chat.Id));
        }

        // Where films' originals go: as in a real set-up, the control bot is in one of the channels.
        change.SetMember(ChatRecord.KeyOf(storage[0].Chat), control.Id, new Membership("administrator", AdminRights.All));
        var record = new AccountsRecord(control.Id, storage, person.Id);
        change.Put(record);
        return record;
    }
}
