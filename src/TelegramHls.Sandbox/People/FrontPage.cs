using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.People;

/// <summary>One plain page: the default person's chats and what stands in them.</summary>
internal sealed class FrontPage(Emulator emulator, long person)
{
    private const int Shown = 50;

    public void MapTo(IEndpointRouteBuilder app) => app.MapGet("/", async context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(emulator.World.Read(Page), context.RequestAborted);
    });

    private string Page(World world)
    {
        var page = new StringBuilder("""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Sandbox</title></head>
            <body><h1>Sandbox</h1><p>Sandbox. Nothing leaves this machine.</p>

            """);
        foreach (ChatRecord chat in world.Chats.Values.Where(chat =>
            chat.Private ? chat.Id == person : chat.Members.GetValueOrDefault(person)?.Inside == true))
        {
            string title = chat.Bot is { } bot ? world.Bots[bot].FirstName : chat.Title ?? string.Empty;
            page.Append($"<h2>{Escape(title)}</h2>\n<ol>\n");
            foreach (MessageRecord message in world.Messages.GetValueOrDefault(chat.Key)?.Values.TakeLast(Shown) ?? [])
            {
                page.Append($"<li value=\"{message.Id}\">{Escape(Line(world, message))}</li>\n");
            }

            page.Append("</ol>\n");
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static string Line(World world, MessageRecord message)
    {
        string from = world.Bots.TryGetValue(message.From, out BotRecord? bot) ? bot.FirstName
            : world.People[message.From].FirstName;
        string file = message.Document is { } id
            ? $"[{world.Documents[id].Name ?? world.Documents[id].Kind.ToString()}, {world.Documents[id].Size} bytes] "
            : string.Empty;
        string service = message.Created is not null ? "created" : message.PinnedId is { } pinned ? $"pinned {pinned}" : string.Empty;
        return $"{from}: {file}{service}{message.Text}";
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
