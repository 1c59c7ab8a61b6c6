using System.Text.Json;
using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.Updates;

/// <summary>Puts updates into the queues of the bots that would hear of something.</summary>
internal static class UpdateFeed
{
    private const long MessageLife = 24 * 60 * 60;
    private static readonly string[] AskedFor = ["chat_member", "message_reaction", "message_reaction_count"];

    /// <summary>A person's message, new or edited, to every bot of the chat. What bots post reaches no bot.</summary>
    public static void Announce(Change change, MessageRecord message, bool edited)
    {
        World world = change.World;
        ChatRecord chat = world.Chats[message.ChatKey];
        IEnumerable<long> bots = chat.Bot is { } one
            ? [one]
            : chat.Members.Where(pair => pair.Value.Inside && world.Bots.ContainsKey(pair.Key)).Select(pair => pair.Key);
        foreach (long id in bots.ToList())
        {
            AnnounceTo(change, id, message, edited);
        }
    }

    public static void AnnounceTo(Change change, long bot, MessageRecord message, bool edited)
    {
        bool channel = change.World.Chats[message.ChatKey].Channel;
        string kind = (channel, edited) switch
        {
            (true, false) => "channel_post",
            (true, true) => "edited_channel_post",
            (false, true) => "edited_message",
            _ => "message",
        };
        long date = message.EditDate ?? message.Date;
        if (date + MessageLife > change.Now)
        {
            JsonObject content = MessageJson.Of(change.World, message, change.World.Bots[bot]);
            Enqueue(change, bot, kind, date + MessageLife, content);
        }
    }

    public static void AnnounceTap(Change change, CallbackRecord callback, MessageRecord message, string data)
    {
        World world = change.World;
        Enqueue(change, callback.Bot, "callback_query", change.Now + CallbackRecord.Life, new JsonObject
        {
            ["id"] = callback.Id,
            ["from"] = UserJson.Of(world, callback.Person),
            ["message"] = MessageJson.Of(world, message, world.Bots[callback.Bot]),
            ["chat_instance"] = message.ChatKey,
            ["data"] = data,
        });
    }

    /// <summary>The bot's own standing in a chat changed.</summary>
    public static void AnnounceStanding(Change change, ChatRecord before, long bot, long actor)
    {
        World world = change.World;
        ChatRecord after = world.Chats[before.Key];
        Enqueue(change, bot, "my_chat_member", change.Now + MessageLife, new JsonObject
        {
            ["chat"] = ChatJson.Of(world, after, world.Bots[bot]),
            ["from"] = UserJson.Of(world, actor),
            ["date"] = change.Now,
            ["old_chat_member"] = ChatJson.Member(world, before, bot),
            ["new_chat_member"] = ChatJson.Member(world, after, bot),
        });
    }

    private static void Enqueue(Change change, long id, string kind, long expires, JsonObject content)
    {
        BotRecord bot = change.World.Bots[id];
        bool wanted = bot.AllowedUpdates is { Count: > 0 } kinds ? kinds.Contains(kind, StringComparer.Ordinal) : !AskedFor.Contains(kind);
        if (!wanted || bot.LoggedOut)
        {
            return;
        }

        change.Put(bot with { NextUpdateId = bot.NextUpdateId + 1 });
        JsonElement element = JsonSerializer.SerializeToElement(content, JournalJson.Default.JsonObject);
        change.Put(new UpdateRecord(id, bot.NextUpdateId, kind, expires, element));
    }
}
