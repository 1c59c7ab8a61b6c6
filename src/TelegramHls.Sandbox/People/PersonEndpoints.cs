using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.People;

/// <summary>A person's side: what someone with a Telegram app could see and do. Documented in the README beside.</summary>
internal sealed class PersonEndpoints(Emulator emulator, long defaultPerson)
{
    private readonly PersonReading _reading = new(emulator);
    private readonly PersonActing _acting = new(emulator);

    public void MapTo(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder person = app.MapGroup("/person");
        person.MapPost("/people", (RequestDelegate)MakePersonAsync);
        person.MapGet("/chats", context => Answers.JsonAsync(context, 200, _reading.Chats(Who(context))));
        RouteGroupBuilder chat = person.MapGroup("/chats/{chat:long}");
        chat.MapGet("/messages", context => Answers.JsonAsync(context, 200, _reading.Messages(
            Who(context),
            Chat(context),
            Query(context, "after", 0),
            (int)Math.Clamp(Query(context, "limit", int.MaxValue), 0, int.MaxValue))));
        chat.MapGet("/wait", async context => await Answers.JsonAsync(context, 200, await _reading.WaitAsync(
            Who(context),
            Chat(context),
            Query(context, "version", 0),
            TimeSpan.FromSeconds(Math.Clamp(Query(context, "timeout", 25), 0, 300)),
            context.RequestAborted)));
        chat.MapPost("/messages", (RequestDelegate)SayAsync);
        chat.MapPost("/files", (RequestDelegate)SendFileAsync);
        chat.MapPost("/forward", (RequestDelegate)ForwardAsync);
        chat.MapPost("/messages/{id:int}/tap", (RequestDelegate)TapAsync);
        chat.MapPost("/messages/{id:int}/edit", (RequestDelegate)EditAsync);
        chat.MapDelete("/messages/{id:int}", context => Answers.JsonAsync(
            context,
            200,
            _acting.Delete(Who(context), Chat(context), MessageId(context))));
        chat.MapPost("/block", context => Answers.JsonAsync(context, 200, _acting.Block(Who(context), Chat(context), true)));
        chat.MapPost("/unblock", context => Answers.JsonAsync(context, 200, _acting.Block(Who(context), Chat(context), false)));
        chat.MapGet("/messages/{id:int}/file", context => _reading.FileAsync(
            context,
            Who(context),
            Chat(context),
            MessageId(context)));
    }

    private async Task MakePersonAsync(HttpContext context)
    {
        JsonObject body = await BodyAsync(context);
        string name = body["first_name"]?.ToString() ?? "Stranger";
        JsonObject made = emulator.World.Change(change =>
        {
            PersonRecord person = AccountMaker.MakePerson(
                change,
                name,
                body["username"]?.ToString() ?? $"user{change.World.People.Count}");
            return Rendering.UserJson.Of(person);
        });
        await Answers.JsonAsync(context, 200, made);
    }

    private async Task SayAsync(HttpContext context)
    {
        JsonObject body = await BodyAsync(context);
        long? reply = body["reply_to_message_id"] is { } id ? Parsing.Numbers.Read(id.ToString()) : null;
        string text = body["text"]?.ToString() ?? string.Empty;
        await Answers.JsonAsync(context, 200, _acting.Say(Who(context), Chat(context), text, (int?)reply));
    }

    private async Task SendFileAsync(HttpContext context)
    {
        var order = PersonFile.Read(context.Request.Query);
        using Upload upload =
            await emulator.Files.ReceiveAsync(context.Request.Body, UploadLimits.None, context.RequestAborted);
        JsonObject sent = _acting.SendFile(Who(context), Chat(context), order, upload);
        await Answers.JsonAsync(context, 200, sent);
    }

    private async Task ForwardAsync(HttpContext context)
    {
        JsonObject body = await BodyAsync(context);
        await Answers.JsonAsync(context, 200, _acting.Forward(
            Who(context),
            Chat(context),
            Parsing.Numbers.Read(body["from_chat_id"]?.ToString() ?? string.Empty),
            (int)Parsing.Numbers.Read(body["message_id"]?.ToString() ?? string.Empty)));
    }

    private async Task EditAsync(HttpContext context)
    {
        JsonObject body = await BodyAsync(context);
        string text = body["text"]?.ToString() ?? string.Empty;
        await Answers.JsonAsync(context, 200, _acting.Edit(Who(context), Chat(context), MessageId(context), text));
    }

    private async Task TapAsync(HttpContext context)
    {
        JsonObject body = await BodyAsync(context);
        TimeSpan longest = TimeSpan.FromSeconds(Math.Clamp(Query(context, "timeout", 25), 0, 300));
        JsonObject answer = await _acting.TapAsync(
            Who(context),
            Chat(context),
            MessageId(context),
            body,
            longest,
            context.RequestAborted);
        await Answers.JsonAsync(context, 200, answer);
    }

    private long Who(HttpContext context)
    {
        long person = Query(context, "person", defaultPerson);
        return emulator.World.Read(world => world.People.ContainsKey(person))
            ? person
            : throw new ApiFaultException(404, "no such person");
    }

    private static long Chat(HttpContext context) => long.Parse((string)context.GetRouteValue("chat")!);

    private static int MessageId(HttpContext context) => int.Parse((string)context.GetRouteValue("id")!);

    private static long Query(HttpContext context, string name, long otherwise) =>
        context.Request.Query[name] is { Count: > 0 } value ? Parsing.Numbers.Read(value.ToString()) : otherwise;

    private static async Task<JsonObject> BodyAsync(HttpContext context)
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
