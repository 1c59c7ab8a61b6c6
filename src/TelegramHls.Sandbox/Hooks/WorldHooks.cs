using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Updates;

namespace TelegramHls.Sandbox.Hooks;

/// <summary>Hooks that change accounts, chats and the clock. All of it is kept over restarts.</summary>
internal sealed class WorldHooks(Emulator emulator, long owner)
{
    /// <summary>The standard accounts with their tokens: who may read this page owns the sandbox.</summary>
    public JsonNode Accounts() => emulator.World.Read(world => new JsonObject
    {
        ["control_bot"] = Show(world.Bots[world.Accounts!.ControlBot]),
        ["storage_bots"] = new JsonArray([.. world.Accounts.StorageBots.Select(pair =>
        {
            JsonObject bot = Show(world.Bots[pair.Bot]);
            bot["chat_id"] = pair.Chat;
            return (JsonNode)bot;
        })]),
        ["person"] = Rendering.UserJson.Of(world.People[owner]),
    });

    /// <summary>{seconds}: moves the dates forward.</summary>
    public JsonNode MoveClock(JsonObject order)
    {
        long seconds = Number(order, "seconds");
        return seconds < 0
            ? throw ApiFaultException.BadRequest("the clock only moves forward")
            : emulator.World.Change(change =>
            {
                change.Put(new ClockRecord((emulator.Clock.Moved + TimeSpan.FromSeconds(seconds)).Ticks));
                return new JsonObject { ["now"] = emulator.Clock.Now };
            });
    }

    /// <summary>{first_name?, username?}</summary>
    public JsonNode MakeBot(JsonObject order) => emulator.World.Change(change => Show(AccountMaker.MakeBot(
        change,
        order["first_name"]?.ToString() ?? "Another bot",
        order["username"]?.ToString() ?? $"sandbox_{change.World.Bots.Count}_bot")));

    /// <summary>{title?, username?, type?, admins?: [bot ids]}</summary>
    public JsonNode MakeChannel(JsonObject order) => emulator.World.Change(change =>
    {
        ChatRecord chat = AccountMaker.MakeChannel(
            change,
            order["title"]?.ToString() ?? "Another channel",
            order["username"]?.ToString(),
            order["type"]?.ToString() ?? "channel",
            owner);
        foreach (JsonNode? admin in order["admins"] as JsonArray ?? [])
        {
            change.SetMember(chat.Key, Numbers.Read(admin!.ToString()), new Membership("administrator", AdminRights.All));
        }

        return new JsonObject { ["chat_id"] = chat.Id };
    });

    /// <summary>{chat_id, user_id, status, post?, edit?, delete?, pin?}: rights default to true for administrators.</summary>
    public JsonNode SetMember(JsonObject order) => emulator.World.Change(change =>
    {
        World world = change.World;
        if (!world.Chats.TryGetValue(ChatRecord.KeyOf(Number(order, "chat_id")), out ChatRecord? before))
        {
            throw new ApiFaultException(404, "no such chat");
        }

        long user = Number(order, "user_id");
        string status = order["status"]?.ToString() ?? "administrator";
        bool Right(string name) =>
            status is "administrator" or "creator" && (order[name] is null || Numbers.Truth(order[name]!.ToString()));
        var rights = new AdminRights(Right("post"), Right("edit"), Right("delete"), Right("pin"));
        change.SetMember(before.Key, user, new Membership(status, rights));
        if (world.Bots.ContainsKey(user))
        {
            UpdateFeed.AnnounceStanding(change, before, user, owner);
        }

        return new JsonObject { ["status"] = status };
    });

    /// <summary>{bot, revoked?}: the token stops working, or works again.</summary>
    public JsonNode Revoke(JsonObject order)
    {
        bool revoked = order["revoked"] is null || Numbers.Truth(order["revoked"]!.ToString());
        long bot = Number(order, "bot");
        emulator.World.Change(change =>
        {
            change.Put(Bot(change.World, order) with { Revoked = revoked });
            return true;
        });
        if (revoked)
        {
            emulator.Polling.Terminate(bot, new ApiFaultException(401, string.Empty));
        }

        return new JsonObject { ["revoked"] = revoked };
    }

    /// <summary>{bot}: every file id that the bot got so far is refused from now on.</summary>
    public JsonNode ExpireFileIds(JsonObject order) => emulator.World.Change(change =>
    {
        change.Put(Bot(change.World, order) with { Secret = AccountMaker.NewSecret() });
        return new JsonObject { ["expired"] = true };
    });

    private static BotRecord Bot(World world, JsonObject order) =>
        world.Bots.GetValueOrDefault(Number(order, "bot")) ?? throw new ApiFaultException(404, "no such bot");

    private static long Number(JsonObject order, string name) => Numbers.Read(order[name]?.ToString() ?? string.Empty);

    private static JsonObject Show(BotRecord bot) => new()
    {
        ["id"] = bot.Id,
        ["token"] = bot.Token,
        ["username"] = bot.Username,
    };
}
