using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Parsing;

namespace TelegramHls.Sandbox.People;

/// <summary>What a request of a person names: the chat and the message in its path, the rest in query and body.</summary>
internal static class PersonRequest
{
    private const long LongestWait = 300;

    public static long Chat(HttpContext context) => long.Parse((string)context.GetRouteValue("chat")!);

    public static int MessageId(HttpContext context) => int.Parse((string)context.GetRouteValue("id")!);

    public static long Query(HttpContext context, string name, long otherwise) =>
        context.Request.Query[name] is { Count: > 0 } value ? Numbers.Read(value.ToString()) : otherwise;

    /// <summary>How long to wait at most; 25 s unless told.</summary>
    public static TimeSpan Timeout(HttpContext context) =>
        TimeSpan.FromSeconds(Math.Clamp(Query(context, "timeout", 25), 0, LongestWait));

    public static string Text(JsonObject body, string name) => body[name]?.ToString() ?? string.Empty;

    public static int Id(JsonObject body, string name) =>
        (int)Math.Clamp(Numbers.Read(Text(body, name)), 0, int.MaxValue);

    public static async Task<JsonObject> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength == 0)
        {
            return [];
        }

        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject
                ?? throw ApiFaultException.BadRequest("a JSON object is expected");
        }
        catch (JsonException)
        {
            throw ApiFaultException.BadRequest("a JSON object is expected");
        }
    }
}
