using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.People;

/// <summary>A chat as it stands in a person's list.</summary>
internal static class ChatSummary
{
    /// <summary>Null for what is not in the list: a chat that the person cannot see, or has not begun.</summary>
    public static JsonObject? Of(World world, long person, string key) =>
        world.Chats.GetValueOrDefault(key) is { } chat ? chat.SeenBy(person) ? Of(world, person, chat) : null
        : key == ChatRecord.KeyOf(world.Accounts!.ControlBot, person) ? OfControlBot(world)
        : null;

    public static JsonObject Of(World world, long person, ChatRecord chat)
    {
        MessageLine? messages = world.Messages.GetValueOrDefault(chat.Key);
        int read = world.Reads.GetValueOrDefault((chat.Key, person));
        JsonObject summary = chat.Bot is { } bot ? OfBot(world.Bots[bot]) : OfChannel(chat);
        summary["version"] = chat.Version;
        summary["messages"] = messages?.Count ?? 0;
        summary["unread"] = messages?.After(read).Count(message => message.From != person && !message.Service) ?? 0;
        summary["may_post"] = chat.Private
            ? !chat.Blocked
            : !chat.Channel || chat.Members.GetValueOrDefault(person)?.Rights.Post == true;
        return summary
            .WithFlag("blocked", chat.Blocked)
            .With("last_message_id", messages?.Last?.Id)
            .With("last_message", messages?.Last is { } last ? MessageJson.Of(world, last, viewer: null) : null)
            .With("first_unheard_message_id", FirstUnheard(world, chat));
    }

    /// <summary>The one chat that is in every list, begun or not.</summary>
    public static JsonObject OfControlBot(World world)
    {
        JsonObject summary = OfBot(world.Bots[world.Accounts!.ControlBot]);
        summary["version"] = 0;
        summary["messages"] = 0;
        summary["unread"] = 0;
        summary["may_post"] = true;
        return summary;
    }

    private static JsonObject OfBot(BotRecord bot) => new JsonObject
    {
        ["id"] = bot.Id,
        ["type"] = "private",
        ["title"] = bot.FirstName,
        ["username"] = bot.Username,
    }
        .With("description", bot.Setting("description"))
        .With("commands", bot.Setting("commands"));

    private static JsonObject OfChannel(ChatRecord chat) => new JsonObject
    {
        ["id"] = chat.Id,
        ["type"] = chat.Type,
        ["title"] = chat.Title,
    }.With("username", chat.Username);

    /// <summary>The oldest message of a private chat that still waits for its bot.</summary>
    private static JsonNode? FirstUnheard(World world, ChatRecord chat)
    {
        if (chat.Bot is not { } bot || !world.Updates.TryGetValue(bot, out SortedDictionary<long, UpdateRecord>? waiting))
        {
            return null;
        }

        UpdateRecord? first = waiting.Values.FirstOrDefault(update =>
            update.Kind == "message"
            && update.Content.GetProperty("chat").GetProperty("id").GetInt64() == chat.Id);
        return first?.Content.GetProperty("message_id").GetInt32();
    }
}
