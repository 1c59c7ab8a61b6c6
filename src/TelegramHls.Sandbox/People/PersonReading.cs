using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
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
        return channel?.Members.GetValueOrDefault(person)?.Inside == true ? channel : null;
    }

    public JsonArray Chats(long person) => emulator.World.Read(world =>
    {
        IEnumerable<ChatRecord> begun = world.Chats.Values.Where(chat =>
            chat.Private ? chat.Id == person : chat.Members.GetValueOrDefault(person)?.Inside == true);
        var chats = new JsonArray([.. begun.Select(chat => (JsonNode)Summary(world, chat))]);
        long control = world.Accounts!.ControlBot;
        if (Find(world, person, control) is null)
        {
            chats.Insert(0, new JsonObject
            {
                ["id"] = control,
                ["type"] = "private",
                ["title"] = world.Bots[control].FirstName,
                ["username"] = world.Bots[control].Username,
                ["version"] = 0,
                ["messages"] = 0,
            });
        }

        return chats;
    });

    public JsonObject Messages(long person, long chatId, long after, int limit) => emulator.World.Read(world =>
    {
        ChatRecord? chat = Require(world, person, chatId);
        IEnumerable<MessageRecord> messages = chat is null || !world.Messages.TryGetValue(
            chat.Key,
            out SortedDictionary<int, MessageRecord>? all) ? [] : all.Values;
        return new JsonObject
        {
            ["version"] = chat?.Version ?? 0,
            ["messages"] = new JsonArray([.. messages
                .Where(message => message.Id > after)
                .Take(limit)
                .Select(message => (JsonNode)MessageJson.Of(world, message, viewer: null))]),
        };
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

    /// <summary>The bytes of a message's file.</summary>
    public async Task FileAsync(HttpContext context, long person, long chatId, int id)
    {
        DocumentRecord document = emulator.World.Read(world =>
            Require(world, person, chatId) is { } chat
                && world.Message(chat.Key, id)?.Document is { } known
                ? world.Documents[known]
                : throw new ApiFaultException(404, "no such file"));
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = document.Size;
        await context.Response.SendFileAsync(emulator.Files.PathOf(document.Sha256), context.RequestAborted);
    }

    /// <summary>Null for a private chat that has not begun; a fault for what the person cannot see.</summary>
    private static ChatRecord? Require(World world, long person, long chat) =>
        Find(world, person, chat) is { } found ? found
        : chat > 0 && world.Bots.ContainsKey(chat) ? null
        : throw new ApiFaultException(404, "no such chat");

    private static JsonObject Summary(World world, ChatRecord chat)
    {
        SortedDictionary<int, MessageRecord>? messages = world.Messages.GetValueOrDefault(chat.Key);
        return new JsonObject
        {
            ["id"] = chat.Bot ?? chat.Id,
            ["type"] = chat.Type,
            ["title"] = chat.Bot is { } bot ? world.Bots[bot].FirstName : chat.Title,
        }
            .With("username", chat.Bot is { } other ? world.Bots[other].Username : chat.Username)
            .With("version", chat.Version)
            .With("messages", messages?.Count ?? 0)
            .With("last_message_id", messages is { Count: > 0 } ? messages.Keys.Last() : null);
    }
}
