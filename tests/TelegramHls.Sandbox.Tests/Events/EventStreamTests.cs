using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.Events;

/// <summary>One stream tells a person of everything that happens.</summary>
public sealed class EventStreamTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task Message_SentEditedAndDeletedByABot_IsToldEachTime()
    {
        await _sandbox.Person.Say(_sandbox.ControlId, "hello");
        using EventReader events = await OpenAsync();
        events.ContentType.ShouldBe("text/event-stream");

        Answer sent = await _sandbox.Control.Call("sendMessage", ("chat_id", Robin), ("text", "line one\nline two"));
        JsonElement told = await events.NextAsync("message");
        JsonElement chat = await events.NextAsync("chat", each => each.GetProperty("id").GetInt64() == _sandbox.ControlId);
        await _sandbox.Control.Call("editMessageText", ("chat_id", Robin), ("message_id", sent.MessageId), ("text", "done"));
        JsonElement edited = await events.NextAsync("message");
        await _sandbox.Control.Call("deleteMessage", ("chat_id", Robin), ("message_id", sent.MessageId));
        JsonElement deleted = await events.NextAsync("deleted");

        told.GetProperty("chat").GetInt64().ShouldBe(_sandbox.ControlId);
        told.GetProperty("message").GetProperty("text").GetString().ShouldBe("line one\nline two");
        chat.GetProperty("unread").GetInt32().ShouldBe(1);
        chat.GetProperty("last_message").GetProperty("message_id").GetInt32().ShouldBe(sent.MessageId);
        edited.GetProperty("message").GetProperty("text").GetString().ShouldBe("done");
        deleted.GetProperty("message_id").GetInt32().ShouldBe(sent.MessageId);
    }

    [SandboxFact]
    public async Task Post_InAChannel_IsToldInTheSameStream()
    {
        using EventReader events = await OpenAsync();

        await _sandbox.Storage(2).Upload("sendDocument", "document", "a.bin", [1], ("chat_id", _sandbox.Channel(2)));

        JsonElement told = await events.NextAsync("message");
        told.GetProperty("chat").GetInt64().ShouldBe(_sandbox.Channel(2));
        told.GetProperty("message").GetProperty("document").GetProperty("file_name").GetString().ShouldBe("a.bin");
    }

    [SandboxFact]
    public async Task ChatAction_OfABot_IsTold()
    {
        await _sandbox.Person.Say(_sandbox.ControlId, "hello");
        using EventReader events = await OpenAsync();

        await _sandbox.Control.Call("sendChatAction", ("chat_id", Robin), ("action", "upload_document"));

        JsonElement action = await events.NextAsync("action");
        action.GetProperty("chat").GetInt64().ShouldBe(_sandbox.ControlId);
        action.GetProperty("action").GetString().ShouldBe("upload_document");
        action.GetProperty("from").GetProperty("id").GetInt64().ShouldBe(_sandbox.ControlId);
    }

    [SandboxFact]
    public async Task Word_FetchedByTheBot_IsNoLongerUnheard()
    {
        using EventReader events = await OpenAsync();

        JsonElement said = await _sandbox.Person.Say(_sandbox.ControlId, "hello");
        JsonElement waiting = await events.NextAsync("chat", chat => chat.TryGetProperty("first_unheard_message_id", out _));
        Answer updates = await _sandbox.Control.Call("getUpdates", ("timeout", 5));
        long next = updates.Result[0].GetProperty("update_id").GetInt64() + 1;
        await _sandbox.Control.Call("getUpdates", ("offset", next));
        JsonElement heard = await events.NextAsync("chat", chat => !chat.TryGetProperty("first_unheard_message_id", out _));

        waiting.GetProperty("first_unheard_message_id").GetInt32().ShouldBe(said.GetProperty("message_id").GetInt32());
        heard.GetProperty("id").GetInt64().ShouldBe(_sandbox.ControlId);
    }

    [SandboxFact]
    public async Task Commands_SetByTheBotBeforeTheChatBegan_AreTold()
    {
        using EventReader events = await OpenAsync();

        await _sandbox.Control.Call(
            "setMyCommands", ("commands", """[{"command":"start","description":"Begin"}]"""));

        JsonElement chat = await events.NextAsync("chat");
        chat.GetProperty("commands")[0].GetProperty("command").GetString().ShouldBe("start");
        chat.GetProperty("messages").GetInt32().ShouldBe(0);
    }

    [SandboxFact]
    public async Task Stranger_HearsNothingOfOtherPeople()
    {
        long stranger = await _sandbox.Person.MakePerson("Sam");
        using EventReader events = await EventReader.OpenAsync(_sandbox.Http, _sandbox.Server.Url, stranger);

        await _sandbox.Person.Say(_sandbox.ControlId, "between us");
        await _sandbox.Storage().Upload("sendDocument", "document", "a.bin", [1], ("chat_id", _sandbox.Channel()));
        await _sandbox.Person.Say(_sandbox.ControlId, "mine", person: stranger);

        JsonElement first = await events.NextAsync("message");
        first.GetProperty("message").GetProperty("text").GetString().ShouldBe("mine");
    }

    [SandboxFact]
    public async Task Burst_NobodyReads_EndsInARefreshAndNotInMemory()
    {
        using EventReader events = await OpenAsync();
        string text = new('x', 4000);

        // Far more than the buffers of both sockets hold, so that the sandbox cannot write it all away.
        await Parallel.ForAsync(0, 5000, async (_, _) => await _sandbox.Person.Say(_sandbox.Channel(), text));

        await events.NextAsync("refresh");
        await _sandbox.Person.Say(_sandbox.Channel(), "last");
        await events.NextAsync("message", told => told.GetProperty("message").GetProperty("text").GetString() == "last");
    }

    private long Robin => _sandbox.Accounts.Person.Id;

    private Task<EventReader> OpenAsync() => EventReader.OpenAsync(_sandbox.Http, _sandbox.Server.Url);
}
