using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.People;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.Events;

/// <summary>Server-sent events of all chats of a person; documented in the README beside. Ends with the client.</summary>
internal sealed class EventStream(Emulator emulator)
{
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(15);

    public async Task ServeAsync(HttpContext context, long person)
    {
        CancellationToken ct = context.RequestAborted;
        var watcher = new Watcher(person);
        using IDisposable watching = emulator.World.Watchers.Add(watcher);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync("retry: 1000\n\nevent: refresh\ndata: {}\n\n", ct);
        while (true)
        {
            await context.Response.Body.FlushAsync(ct);

            // Without a sign of life neither side would notice that the other is gone.
            await context.Response.WriteAsync(
                await watcher.TakeAsync(BetweenSigns, ct) is { } news ? Written(person, news) : ": here\n\n",
                ct);
        }
    }

    private string Written(long person, News news) => emulator.World.Read(world =>
    {
        var text = new StringBuilder();
        if (news.Lost)
        {
            Write(text, "refresh", []);
        }

        foreach ((string key, int id) in news.Messages)
        {
            long chat = IdOf(world.Chats[key]);
            if (world.Message(key, id) is { } message)
            {
                JsonObject shown = MessageJson.Of(world, message, viewer: null);
                Write(text, "message", new JsonObject { ["chat"] = chat, ["message"] = shown });
            }
            else
            {
                Write(text, "deleted", new JsonObject { ["chat"] = chat, ["message_id"] = id });
            }
        }

        foreach (string key in news.Chats)
        {
            if (ChatSummary.Of(world, person, key) is { } chat)
            {
                Write(text, "chat", chat);
            }
        }

        foreach (ChatAction action in news.Actions)
        {
            Write(text, "action", new JsonObject
            {
                ["chat"] = IdOf(world.Chats[action.Chat]),
                ["from"] = UserJson.Of(world, action.Bot),
                ["action"] = action.Action,
            });
        }

        return text.ToString();
    });

    private static long IdOf(ChatRecord chat) => chat.Bot ?? chat.Id;

    private static void Write(StringBuilder text, string name, JsonObject content) =>
        text.Append($"event: {name}\ndata: {Answers.Text(content)}\n\n");
}
