using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.Http;

/// <summary>Writes answers: the envelope of the Bot API, plain JSON, or what a fault asks for.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Task ResultAsync(HttpContext context, JsonNode result, string? description) => JsonAsync(
        context,
        200,
        new JsonObject { ["ok"] = true, ["result"] = result }.With("description", description));

    public static Task FaultAsync(HttpContext context, ApiFaultException fault)
    {
        if (fault.EmptyBody)
        {
            context.Response.StatusCode = fault.Code;
            context.Response.Headers.Connection = "close";
            context.Response.ContentLength = 0;
            return Task.CompletedTask;
        }

        var envelope = new JsonObject
        {
            ["ok"] = false,
            ["error_code"] = fault.Code,
            ["description"] = fault.Description,
        };
        if (fault.RetryAfter is { } seconds)
        {
            envelope["parameters"] = new JsonObject { ["retry_after"] = seconds };
            context.Response.Headers.RetryAfter = seconds.ToString();
        }

        return JsonAsync(context, fault.Code, envelope);
    }

    /// <summary>In one line.</summary>
    public static string Text(JsonNode body) => body.ToJsonString(Options);

    public static async Task JsonAsync(HttpContext context, int status, JsonNode body)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(body, Options);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
