using System.Net;
using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>The person's side.</summary>
public sealed class PersonTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task Chats_AtTheStart_AreTheControlBotAndTheChannels()
    {
        JsonElement chats = await _sandbox.Person.Chats();

        chats.EnumerateArray().Select(chat => chat.GetProperty("id").GetInt64()).ShouldBe(
            [_sandbox.ControlId, .. _sandbox.Accounts.StorageBots.Select(bot => bot.ChatId)],
            ignoreOrder: true);
    }

    [SandboxFact]
    public async Task Wait_UntilTheBotAnswersAndEdits_SeesEachChange()
    {
        await _sandbox.Person.Say(_sandbox.ControlId, "hello");
        Task<JsonElement[]> waiting = _sandbox.Person.WaitFor(_sandbox.ControlId, all => all.Any(each =>
            each.TryGetProperty("text", out JsonElement text) && text.GetString() == "done"));
        long person = _sandbox.Accounts.Person.Id;
        Answer sent = await _sandbox.Control.Call("sendMessage", ("chat_id", person), ("text", "working"));
        await _sandbox.Control.Call("editMessageText",
            ("chat_id", person), ("message_id", sent.MessageId), ("text", "done"));

        JsonElement[] messages = await waiting;

        messages.Length.ShouldBe(2);
        messages[1].TryGetProperty("edit_date", out _).ShouldBeTrue();
        messages[1].GetProperty("chat").GetProperty("id").GetInt64().ShouldBe(_sandbox.ControlId);
    }

    [SandboxFact]
    public async Task Stranger_SeesNoChannelsAndHasAChatOfItsOwn()
    {
        long stranger = await _sandbox.Person.MakePerson("Sam");
        await _sandbox.Person.Say(_sandbox.ControlId, "hi", person: stranger);
        Answer updates = await _sandbox.Control.Call("getUpdates", ("timeout", 5));

        using HttpResponseMessage channel = await _sandbox.Http.GetAsync(
            $"{_sandbox.Server.Url}/person/chats/{_sandbox.Channel()}/messages?person={stranger}");

        updates.Result[0].GetProperty("message").GetProperty("from").GetProperty("id").GetInt64().ShouldBe(stranger);
        channel.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _sandbox.Person.Messages(_sandbox.ControlId)).ShouldBeEmpty();
    }

    [SandboxFact]
    public async Task Forward_OfAChannelPost_KeepsFileAndOrigin()
    {
        Answer post = await _sandbox.Storage().Upload("sendDocument", "document", "a.bin", [1, 2], ("chat_id", _sandbox.Channel()));

        await _sandbox.Person.Forward(_sandbox.ControlId, _sandbox.Channel(), post.MessageId);
        Answer updates = await _sandbox.Control.Call("getUpdates", ("timeout", 5));

        JsonElement message = updates.Result[0].GetProperty("message");
        message.GetProperty("forward_origin").GetProperty("type").GetString().ShouldBe("channel");
        message.GetProperty("forward_origin").GetProperty("chat").GetProperty("id").GetInt64().ShouldBe(_sandbox.Channel());
        message.GetProperty("document").GetProperty("file_unique_id").GetString()
            .ShouldBe(post.Result.GetProperty("document").GetProperty("file_unique_id").GetString());
    }

    [SandboxFact]
    public async Task File_OfAMessage_ComesBackAndIsDeleted()
    {
        using var content = new MemoryStream([9, 8, 7]);
        JsonElement sent = await _sandbox.Person.SendFile(_sandbox.ControlId, "video", "Film №1.mp4", content,
            ("width", 640), ("height", 360), ("duration", 60), ("caption", "look"));
        int id = sent.GetProperty("message_id").GetInt32();
        await using Stream stream = await _sandbox.Person.File(_sandbox.ControlId, id);
        using var back = new MemoryStream();
        await stream.CopyToAsync(back);
        await _sandbox.Person.Delete(_sandbox.ControlId, id);

        back.ToArray().ShouldBe([9, 8, 7]);
        sent.GetProperty("caption").GetString().ShouldBe("look");
        sent.GetProperty("video").GetProperty("file_name").GetString().ShouldBe("Film №1.mp4");
        sent.GetProperty("video").GetProperty("width").GetInt32().ShouldBe(640);
        (await _sandbox.Person.Messages(_sandbox.ControlId)).ShouldBeEmpty();
    }
}
