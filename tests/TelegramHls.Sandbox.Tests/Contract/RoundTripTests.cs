using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace TelegramHls.Sandbox.Tests.Contract;

public sealed class RoundTripTests : IAsyncLifetime
{
    private Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task SendDocument_ToOwnChannel_ComesBackByteForByte()
    {
        byte[] content = RandomNumberGenerator.GetBytes(3_000_001);
        Api bot = _sandbox.Storage();

        Answer sent = await bot.Upload("sendDocument", "document", "v.f.00000.bin", content,
            ("chat_id", _sandbox.Channel()), ("disable_content_type_detection", true));
        JsonElement document = sent.Result.GetProperty("document");
        Answer file = await bot.Call("getFile", ("file_id", document.GetProperty("file_id").GetString()));
        string path = file.Result.GetProperty("file_path").GetString()!;
        byte[] back = await _sandbox.Http.GetByteArrayAsync($"{_sandbox.Server.Url}/file/bot{bot.Token}/{path}");

        document.GetProperty("file_name").GetString().ShouldBe("v.f.00000.bin");
        document.GetProperty("file_size").GetInt64().ShouldBe(3_000_001);
        back.ShouldBe(content);
        JsonElement[] seen = await _sandbox.Person.Messages(_sandbox.Channel());
        seen[^1].GetProperty("document").GetProperty("file_name").GetString().ShouldBe("v.f.00000.bin");
    }

    [SandboxFact]
    public async Task Chat_PersonWritesAndTaps_BotHearsAndAnswers()
    {
        Api bot = _sandbox.Control;
        await _sandbox.Person.Say(_sandbox.ControlId, "/start abc");
        Answer first = await bot.Call("getUpdates", ("timeout", 10));
        JsonElement message = first.Result[0].GetProperty("message");
        long chat = message.GetProperty("chat").GetProperty("id").GetInt64();

        Answer reply = await bot.Call("sendMessage", ("chat_id", chat), ("text", "<b>Hi</b> &amp; welcome"),
            ("parse_mode", "HTML"),
            ("reply_markup", """{"inline_keyboard":[[{"text":"Yes","callback_data":"y"}]]}"""));
        Task<JsonElement> tap = _sandbox.Person.Tap(_sandbox.ControlId, reply.MessageId, "y");
        Answer second = await bot.Call("getUpdates", ("timeout", 10),
            ("offset", first.Result[0].GetProperty("update_id").GetInt64() + 1));
        JsonElement query = second.Result[0].GetProperty("callback_query");
        Answer answered = await bot.Call("answerCallbackQuery",
            ("callback_query_id", query.GetProperty("id").GetString()), ("text", "Done"));

        message.GetProperty("text").GetString().ShouldBe("/start abc");
        chat.ShouldBe(_sandbox.Accounts.Person.Id);
        reply.Result.GetProperty("text").GetString().ShouldBe("Hi & welcome");
        reply.Result.GetProperty("entities")[0].GetProperty("type").GetString().ShouldBe("bold");
        query.GetProperty("data").GetString().ShouldBe("y");
        answered.Result.GetBoolean().ShouldBeTrue();
        (await tap).GetProperty("text").GetString().ShouldBe("Done");
    }

    [SandboxFact]
    public async Task Post_EditedForwardedDeleted_EachSeenByThePerson()
    {
        Api bot = _sandbox.Storage();
        long chat = _sandbox.Channel();
        Answer sent = await bot.Call("sendMessage", ("chat_id", chat), ("text", "one"));

        Answer edited = await bot.Call("editMessageText", ("chat_id", chat), ("message_id", sent.MessageId), ("text", "two"));
        Answer forwarded = await bot.Call("forwardMessage",
            ("chat_id", chat), ("from_chat_id", chat), ("message_id", sent.MessageId));
        Answer deleted = await bot.Call("deleteMessage", ("chat_id", chat), ("message_id", sent.MessageId));

        edited.Result.GetProperty("text").GetString().ShouldBe("two");
        forwarded.Result.GetProperty("forward_origin").GetProperty("message_id").GetInt32().ShouldBe(sent.MessageId);
        deleted.Status.ShouldBe(HttpStatusCode.OK);
        (await _sandbox.Person.Messages(chat)).Select(each => each.GetProperty("message_id").GetInt32())
            .ShouldBe([1, forwarded.MessageId]);
    }
}
