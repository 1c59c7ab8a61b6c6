using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Sandbox.Events;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;
using static TelegramHls.Sandbox.People.PersonRequest;

namespace TelegramHls.Sandbox.People;

/// <summary>A person's side: what someone with a Telegram app could see and do. Documented in the README beside.</summary>
internal sealed class PersonEndpoints(Emulator emulator, long defaultPerson)
{
    private readonly PersonReading _reading = new(emulator);
    private readonly PersonActing _acting = new(emulator);
    private readonly EventStream _events = new(emulator);

    public void MapTo(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder person = app.MapGroup("/person");
        Get(person, "/", (context, who) => Answers.JsonAsync(context, 200, _reading.Self(who)));
        Get(person, "/events", _events.ServeAsync);
        Get(person, "/chats", (context, who) => Answers.JsonAsync(context, 200, _reading.Chats(who)));
        person.MapPost("/people", (RequestDelegate)MakePersonAsync);

        RouteGroupBuilder chat = person.MapGroup("/chats/{chat:long}");
        Get(chat, "/messages", (context, who) => Answers.JsonAsync(
            context, 200, _reading.Messages(who, Chat(context), MessagePage.Read(context.Request.Query))));
        Get(chat, "/wait", WaitAsync);
        chat.MapPost("/files", (RequestDelegate)SendFileAsync);
        chat.MapPost("/sample", (RequestDelegate)SendSampleAsync);
        Post(chat, "/messages", (who, room, _, body) => _acting.Say(who, room, Text(body, "text"), ReplyIn(body)));
        Post(chat, "/forward", (who, room, _, body) =>
            _acting.Forward(who, room, Numbers.Read(Text(body, "from_chat_id")), Id(body, "message_id")));
        Post(chat, "/read", (who, room, _, body) => _acting.Read(who, room, Id(body, "message_id")));
        Post(chat, "/block", (who, room, _, _) => _acting.Block(who, room, blocked: true));
        Post(chat, "/unblock", (who, room, _, _) => _acting.Block(who, room, blocked: false));

        RouteGroupBuilder message = chat.MapGroup("/messages/{id:int}");
        Post(message, "/edit", (who, room, context, body) => _acting.Edit(who, room, MessageId(context), Text(body, "text")));
        message.MapPost("/tap", (RequestDelegate)TapAsync);
        message.MapDelete("/", context => Answers.JsonAsync(
            context, 200, _acting.Delete(Who(context), Chat(context), MessageId(context))));
        Get(message, "/file", (context, who) =>
        {
            DocumentRecord document = _reading.File(who, Chat(context), MessageId(context));
            bool download = context.Request.Query.ContainsKey("download");
            return FileAnswer.SendAsync(context, document, emulator.Files.PathOf(document.Sha256), download);
        });
    }

    private void Get(RouteGroupBuilder group, string route, Func<HttpContext, long, Task> answer) =>
        group.MapGet(route, context => answer(context, Who(context)));

    private void Post(RouteGroupBuilder group, string route, Func<long, long, HttpContext, JsonObject, JsonObject> act) =>
        group.MapPost(route, async context =>
        {
            JsonObject body = await BodyAsync(context);
            await Answers.JsonAsync(context, 200, act(Who(context), Chat(context), context, body));
        });

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

    private async Task WaitAsync(HttpContext context, long who) => await Answers.JsonAsync(context, 200, await _reading.WaitAsync(
        who, Chat(context), Query(context, "version", 0), Timeout(context), context.RequestAborted));

    private async Task SendFileAsync(HttpContext context)
    {
        var order = PersonFile.Read(context.Request.Query);
        using Upload upload =
            await emulator.Files.ReceiveAsync(context.Request.Body, UploadLimits.None, context.RequestAborted);
        await Answers.JsonAsync(context, 200, _acting.SendFile(Who(context), Chat(context), order, upload));
    }

    private async Task SendSampleAsync(HttpContext context)
    {
        SandboxSample sample = emulator.Options.Sample ?? throw new ApiFaultException(404, "there is no sample film");
        await using Stream film = await OpenAsync(sample, context.RequestAborted);
        using Upload upload = await emulator.Files.ReceiveAsync(film, UploadLimits.None, context.RequestAborted);
        var order = PersonFile.Document(sample.Name);
        await Answers.JsonAsync(context, 200, _acting.SendFile(Who(context), Chat(context), order, upload));
    }

    private async Task<Stream> OpenAsync(SandboxSample sample, CancellationToken ct)
    {
        try
        {
            return await sample.OpenAsync(ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Log.RequestFailed(emulator.Log, "sample", fault);
            throw new ApiFaultException(500, fault.Message) { Bare = true };
        }
    }

    private async Task TapAsync(HttpContext context)
    {
        JsonObject body = await BodyAsync(context);
        JsonObject answer = await _acting.TapAsync(
            Who(context), Chat(context), MessageId(context), body, Timeout(context), context.RequestAborted);
        await Answers.JsonAsync(context, 200, answer);
    }

    private long Who(HttpContext context)
    {
        long person = Query(context, "person", defaultPerson);
        return emulator.World.Read(world => world.People.ContainsKey(person))
            ? person
            : throw new ApiFaultException(404, "no such person");
    }

    private static int? ReplyIn(JsonObject body) =>
        body["reply_to_message_id"] is null ? null : Id(body, "reply_to_message_id");
}
