using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>Emptying old posts, keyboards, copies.</summary>
public sealed class EditTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxTheory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task EditMedia_OfAnOldPart_EmptiesItBySenderOrAnotherAdministrator(int editor)
    {
        Answer sent = await _sandbox.Storage().Upload("sendDocument", "document", "part.bin", new byte[1000],
            ("chat_id", _sandbox.Channel()));
        await _sandbox.Person.Hook("members", new
        {
            chat_id = _sandbox.Channel(),
            user_id = _sandbox.Accounts.StorageBots[1].Bot.Id,
        });
        await _sandbox.Person.MoveClock(TimeSpan.FromDays(30));

        Answer edited = await _sandbox.Storage(editor).Upload("editMessageMedia", "empty", "deleted.bin", [0],
            ("chat_id", _sandbox.Channel()), ("message_id", sent.MessageId),
            ("media", """{"type":"document","media":"attach://empty"}"""));

        edited.Result.GetProperty("document").GetProperty("file_size").GetInt64().ShouldBe(1);
        edited.Result.GetProperty("edit_date").GetInt64().ShouldBeGreaterThan(sent.Result.GetProperty("date").GetInt64());
        JsonElement seen = (await _sandbox.Person.Messages(_sandbox.Channel(), after: sent.MessageId - 1))[0];
        seen.GetProperty("document").GetProperty("file_name").GetString().ShouldBe("deleted.bin");
    }

    [SandboxFact]
    public async Task EditText_WithoutMarkup_TakesTheKeyboardAway()
    {
        const string keyboard = """{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""";
        Answer sent = await _sandbox.Storage().Call("sendMessage",
            ("chat_id", _sandbox.Channel()), ("text", "x"), ("reply_markup", keyboard));

        Answer edited = await _sandbox.Storage().Call("editMessageText",
            ("chat_id", _sandbox.Channel()), ("message_id", sent.MessageId), ("text", "x"));
        Answer back = await _sandbox.Storage().Call("editMessageReplyMarkup",
            ("chat_id", _sandbox.Channel()), ("message_id", sent.MessageId), ("reply_markup", keyboard));

        sent.Result.TryGetProperty("reply_markup", out _).ShouldBeTrue();
        edited.Result.TryGetProperty("reply_markup", out _).ShouldBeFalse();
        back.Result.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("callback_data")
            .GetString().ShouldBe("b");
    }

    [SandboxFact]
    public async Task Copy_OneAndMany_GiveIdsAndSkipTheMissing()
    {
        long chat = _sandbox.Channel();
        Answer sent = await _sandbox.Storage().Upload("sendDocument", "document", "a.bin", [1],
            ("chat_id", chat), ("caption", "old"));

        Answer one = await _sandbox.Storage().Call("copyMessage",
            ("chat_id", chat), ("from_chat_id", chat), ("message_id", sent.MessageId), ("caption", "new"));
        Answer many = await _sandbox.Storage().Call("forwardMessages",
            ("chat_id", chat), ("from_chat_id", chat), ("message_ids", new[] { sent.MessageId, 9999 }));
        Answer none = await _sandbox.Storage().Call("copyMessages",
            ("chat_id", chat), ("from_chat_id", chat), ("message_ids", new[] { 9998, 9999 }));

        one.Result.EnumerateObject().Select(field => field.Name).ShouldBe(["message_id"]);
        many.Result.GetArrayLength().ShouldBe(1);
        none.Description.ShouldStartWith("Bad Request: ");
        JsonElement[] seen = await _sandbox.Person.Messages(chat, after: sent.MessageId);
        seen[0].GetProperty("caption").GetString().ShouldBe("new");
        seen[0].TryGetProperty("forward_origin", out _).ShouldBeFalse();
        seen[1].GetProperty("forward_origin").GetProperty("message_id").GetInt32().ShouldBe(sent.MessageId);
    }

    [SandboxFact]
    public async Task Protected_Post_IsNotForwarded()
    {
        long chat = _sandbox.Channel();
        Answer sent = await _sandbox.Storage().Call("sendMessage",
            ("chat_id", chat), ("text", "x"), ("protect_content", true));

        Answer forward = await _sandbox.Storage().Call("forwardMessage",
            ("chat_id", chat), ("from_chat_id", chat), ("message_id", sent.MessageId));

        forward.Description.ShouldBe("Bad Request: message has protected content and can't be forwarded");
    }
}
