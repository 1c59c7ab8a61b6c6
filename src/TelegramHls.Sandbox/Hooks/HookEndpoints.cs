using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Weather;

namespace TelegramHls.Sandbox.Hooks;

/// <summary>What only a test can do: weather, clock, accounts, purge. Documented in the README beside.</summary>
internal sealed class HookEndpoints(Emulator emulator, long owner)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly WorldHooks _worlds = new(emulator, owner);

    public void MapTo(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder hooks = app.MapGroup("/hooks");
        hooks.MapGet("/accounts", context => Answers.JsonAsync(context, 200, _worlds.Accounts()));
        hooks.MapPost("/weather", (RequestDelegate)AddAsync);
        hooks.MapGet("/weather", context => Answers.JsonAsync(context, 200, Rules()));
        hooks.MapDelete("/weather", context => ClearAsync(context, null));
        hooks.MapDelete("/weather/{id}", context => ClearAsync(context, (string)context.GetRouteValue("id")!));
        hooks.MapGet("/calls", context => Answers.JsonAsync(context, 200, Calls()));
        hooks.MapGet("/polls", context => Answers.JsonAsync(
            context,
            200,
            new JsonArray([.. emulator.Polling.WaitingBots().Select(bot => (JsonNode)bot)])));
        Post(hooks, "/clock", _worlds.MoveClock);
        Post(hooks, "/bots", _worlds.MakeBot);
        Post(hooks, "/channels", _worlds.MakeChannel);
        Post(hooks, "/members", _worlds.SetMember);
        Post(hooks, "/revoke", _worlds.Revoke);
        Post(hooks, "/expire", _worlds.ExpireFileIds);
        Post(hooks, "/purge", _ =>
        {
            emulator.ServerFiles.Purge();
            return new JsonObject { ["purged"] = true };
        });
    }

    private static void Post(RouteGroupBuilder hooks, string route, Func<JsonObject, JsonNode> hook) =>
        hooks.MapPost(route, async context => await Answers.JsonAsync(context, 200, hook(await BodyAsync(context))));

    private async Task AddAsync(HttpContext context)
    {
        JsonObject body = await BodyAsync(context);
        body["id"] ??= Guid.NewGuid().ToString("N");
        WeatherRule rule;
        try
        {
            rule = body.Deserialize<WeatherRule>(Options)!;
        }
        catch (JsonException fault)
        {
            throw ApiFaultException.BadRequest($"no such weather: {fault.Message}");
        }

        emulator.Weather.Add(rule);
        await Answers.JsonAsync(context, 200, new JsonObject { ["id"] = rule.Id });
    }

    private Task ClearAsync(HttpContext context, string? id) =>
        Answers.JsonAsync(context, 200, new JsonObject { ["cleared"] = emulator.Weather.Clear(id) });

    private JsonArray Rules() =>
        new([.. emulator.Weather.Rules().Select(rule => JsonSerializer.SerializeToNode(rule, Options))]);

    private JsonArray Calls() => new([.. emulator.Weather.Counts().Select(count => (JsonNode)new JsonObject
    {
        ["bot"] = count.Bot,
        ["method"] = count.Method,
        ["calls"] = count.Calls,
    })]);

    private static async Task<JsonObject> BodyAsync(HttpContext context)
    {
        using var text = new StreamReader(context.Request.Body);
        string body = await text.ReadToEndAsync(context.RequestAborted);
        try
        {
            return body.Length == 0 ? [] : JsonNode.Parse(body) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            throw ApiFaultException.BadRequest("a JSON object is expected");
        }
    }
}
