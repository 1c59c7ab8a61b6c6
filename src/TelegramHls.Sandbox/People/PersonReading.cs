using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.People;

/// <summary>What a person sees.</summary>
internal sealed class PersonReading(Emulator emulator)
{
    /// <summary>The chat of that id: a bot's for a private chat, else a channel the person is in.</summary>
    public static ChatRecord? Find(World world, long person, long chat)
    {
        if (chat > 0)
        {
            return world.Chats.GetValueOrDefault(ChatRecord.KeyOf(chat, person));
        }

        ChatRecord? channel = world.Chats.GetValueOrDefault(ChatRecord.KeyOf(chat));
        return channel?.SeenBy(person) == true ? channel : null;
    }

    /// <summary>The control bot first, then other bots, then channels.</summary>
    public JsonArray Chats(long person) => emulator.World.Read(world =>
    {
        long control = world.Accounts!.ControlBot;
        IEnumerable<JsonNode> begun = world.Chats.Values
            .Where(chat => chat.SeenBy(person))
            .OrderBy(chat => chat.Bot == control ? 0 : chat.Private ? 1 : 2)
            .Select(chat => ChatSummary.Of(world, person, chat));
        return JsonObjects.ToArray(
            Find(world, person, control) is null ? begun.Prepend(ChatSummary.OfControlBot(world)) : begun);
    });

    public JsonObject Messages(long person, long chatId, MessagePage page) => emulator.World.Read(world =>
    {
        ChatRecord? chat = Require(world, person, chatId);
        IEnumerable<MessageRecord> messages = chat is null || !world.Messages.TryGetValue(chat.Key, out MessageLine? line)
            ? []
            : page.Of(line);
        return new JsonObject
        {
            ["version"] = chat?.Version ?? 0,
            ["messages"] = messages.Select(JsonNode (message) => MessageJson.Of(world, message, viewer: null)).ToArray(),
        };
    });

    /// <summary>Who the person is, and what can be done here.</summary>
    public JsonObject Self(long person) => emulator.World.Read(world => new JsonObject
    {
        ["person"] = UserJson.Of(world, person),
        ["sample"] = emulator.Options.Sample is not null,
    });

    /// <summary>Waits until the chat's version is above the given one, or the time is over.</summary>
    public async Task<JsonObject> WaitAsync(
        long person,
        long chatId,
        long version,
        TimeSpan longest,
        CancellationToken ct)
    {
        TimeProvider timers = TimeProvider.System;
        long start = timers.GetTimestamp();
        while (true)
        {
            string key = chatId > 0 ? ChatRecord.KeyOf(chatId, person) : ChatRecord.KeyOf(chatId);
            Task signal = emulator.World.Signals.Next(key);
            long now = emulator.World.Read(world => Require(world, person, chatId)?.Version ?? 0);
            TimeSpan left = longest - timers.GetElapsedTime(start);
            if (now > version || left <= TimeSpan.Zero)
            {
                return new JsonObject { ["version"] = now, ["changed"] = now > version };
            }

            await Signals.WaitAsync(signal, left, timers, ct);
        }
    }

    /// <summary>The file of a message.</summary>
    public DocumentRecord File(long person, long chatId, int id) => emulator.World.Read(world =>
        Require(world, person, chatId) is { } chat
            && world.Message(chat.Key, id)?.Document is { } known
            ? world.Documents[known]
            : throw new ApiFaultException(404, "no such file"));

    /// <summary>Null for a private chat that has not begun; a fault for what the person cannot see.</summary>
    private static ChatRecord? Require(World world, long person, long chat) =>
        Find(world, person, chat) is { } found ? found
        : chat > 0 && world.Bots.ContainsKey(chat) ? null
        : throw new ApiFaultException(404, "no such chat");
}
