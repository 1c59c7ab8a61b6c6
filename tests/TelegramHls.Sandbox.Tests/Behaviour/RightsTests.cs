using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>Membership and rights, in the server's order (§8.2).</summary>
public sealed class RightsTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxTheory]
    [InlineData("kicked", "Forbidden: bot was kicked from the channel chat")]
    [InlineData("left", "Forbidden: bot is not a member of the channel chat")]
    [InlineData("member", "Bad Request: need administrator rights in the channel chat")]
    [InlineData("administrator", null)]
    public async Task Send_ByStanding_AnswersAsTelegram(string status, string? fault)
    {
        await Stand(new { chat_id = _sandbox.Channel(), user_id = BotId(0), status });

        Answer answer = await _sandbox.Storage().Call("sendMessage", ("chat_id", _sandbox.Channel()), ("text", "x"));

        answer.Description.ShouldBe(fault);
    }

    [SandboxFact]
    public async Task Send_WithoutRightToPost_NeedsAdministratorRights()
    {
        await Stand(new { chat_id = _sandbox.Channel(), user_id = BotId(0), post = false });

        Answer answer = await _sandbox.Storage().Upload("sendDocument", "document", "a", [1], ("chat_id", _sandbox.Channel()));

        answer.Description.ShouldBe("Bad Request: need administrator rights in the channel chat");
    }

    [SandboxFact]
    public async Task Send_SeveralFaults_ReportedInTheServersOrder()
    {
        await Stand(new { chat_id = _sandbox.Channel(), user_id = BotId(0), post = false });
        (string, object?) chat = ("chat_id", _sandbox.Channel());
        (string, object?) reply = ("reply_parameters", new { message_id = 777 });
        Api bot = _sandbox.Storage();

        Answer markup = await bot.Call("sendMessage", ("text", "x"), ("chat_id", -5), ("reply_markup", "{"));
        Answer lookup = await bot.Call("sendMessage", ("text", "x"), ("chat_id", -5), reply);
        Answer replied = await bot.Call("sendMessage", ("text", "x"), chat, reply);
        Answer rights = await bot.Call("sendMessage", ("text", "x"), chat);

        markup.Description.ShouldBe("Bad Request: can't parse reply keyboard markup JSON object");
        lookup.Description.ShouldBe("Bad Request: chat not found");
        replied.Description.ShouldBe("Bad Request: message to be replied not found");
        rights.Description.ShouldBe("Bad Request: need administrator rights in the channel chat");
    }

    [SandboxFact]
    public async Task Forward_OutOfAPublicChannelWithoutMembership_FindsNothing()
    {
        JsonElement made = await _sandbox.Person.Hook("channels", new { username = "open", admins = new[] { BotId(0) } });
        long chat = made.GetProperty("chat_id").GetInt64();
        Answer post = await _sandbox.Storage().Call("sendMessage", ("chat_id", "@open"), ("text", "x"));

        Answer forward = await _sandbox.Storage(1).Call("forwardMessage",
            ("chat_id", _sandbox.Channel(1)), ("from_chat_id", chat), ("message_id", post.MessageId));
        Answer look = await _sandbox.Storage(1).Call("getChat", ("chat_id", "@open"));
        Answer write = await _sandbox.Storage(1).Call("sendMessage", ("chat_id", "@open"), ("text", "x"));

        forward.Description.ShouldBe("Bad Request: message to forward not found");
        look.Result.GetProperty("username").GetString().ShouldBe("open");
        write.Description.ShouldBe("Forbidden: bot is not a member of the channel chat");
    }

    [SandboxFact]
    public async Task Pin_WithAndWithoutTheRight_ShowsInGetChat()
    {
        long chat = _sandbox.Channel();
        Answer post = await _sandbox.Storage().Call("sendMessage", ("chat_id", chat), ("text", "index"));

        Answer pin = await _sandbox.Storage().Call("pinChatMessage", ("chat_id", chat), ("message_id", post.MessageId));
        Answer full = await _sandbox.Storage().Call("getChat", ("chat_id", chat));
        Answer heard = await _sandbox.Storage().Call("getUpdates", ("timeout", 5));
        await Stand(new { chat_id = chat, user_id = BotId(0), edit = false });
        Answer refused = await _sandbox.Storage().Call("pinChatMessage", ("chat_id", chat), ("message_id", post.MessageId));

        pin.Result.GetBoolean().ShouldBeTrue();
        full.Result.GetProperty("pinned_message").GetProperty("text").GetString().ShouldBe("index");
        heard.Result[0].GetProperty("channel_post").GetProperty("pinned_message").GetProperty("text").GetString()
            .ShouldBe("index");
        refused.Description.ShouldBe("Bad Request: not enough rights to manage pinned messages in the chat");
    }

    [SandboxFact]
    public async Task Members_OfOwnAndOtherStanding_AreShown()
    {
        long chat = _sandbox.Channel();
        Answer own = await _sandbox.Storage().Call("getChatMember", ("chat_id", chat), ("user_id", BotId(0)));
        Answer admins = await _sandbox.Storage().Call("getChatAdministrators", ("chat_id", chat));
        await Stand(new { chat_id = chat, user_id = BotId(1), status = "member" });
        Answer refused = await _sandbox.Storage(1).Call("getChatMember", ("chat_id", chat), ("user_id", BotId(0)));

        own.Result.GetProperty("status").GetString().ShouldBe("administrator");
        own.Result.GetProperty("can_post_messages").GetBoolean().ShouldBeTrue();
        admins.Result.EnumerateArray().Select(each => each.GetProperty("status").GetString())
            .ShouldBe(["creator", "administrator"], ignoreOrder: true);
        refused.Description.ShouldBe("Bad Request: member list is inaccessible");
    }

    [SandboxFact]
    public async Task Blocked_Bot_IsForbiddenAndBotsDoNotTalkToBots()
    {
        await _sandbox.Person.Say(_sandbox.ControlId, "hello");
        await _sandbox.Person.Get($"/person/chats/{_sandbox.ControlId}/messages");
        using HttpResponseMessage block =
            await _sandbox.Http.PostAsync($"{_sandbox.Server.Url}/person/chats/{_sandbox.ControlId}/block", null);

        Answer answer = await _sandbox.Control.Call("sendMessage", ("chat_id", _sandbox.Accounts.Person.Id), ("text", "x"));
        Answer bots = await _sandbox.Control.Call("sendMessage", ("chat_id", BotId(0)), ("text", "x"));

        answer.Description.ShouldBe("Forbidden: bot was blocked by the user");
        bots.Description.ShouldBe("Forbidden: the bot can't send messages to the bot");
    }

    [SandboxFact]
    public async Task Edit_OfOthersPostAndOfForward_NeedsTheRightAndIsNeverAllowed()
    {
        long chat = _sandbox.Channel();
        Answer post = await _sandbox.Storage().Call("sendMessage", ("chat_id", chat), ("text", "x"));
        Answer forward = await _sandbox.Storage().Call("forwardMessage",
            ("chat_id", chat), ("from_chat_id", chat), ("message_id", post.MessageId));
        await Stand(new { chat_id = chat, user_id = BotId(1), edit = false });

        Answer others = await Edit(1, post.MessageId, "y");
        await Stand(new { chat_id = chat, user_id = BotId(1), edit = true });
        Answer allowed = await Edit(1, post.MessageId, "z");
        Answer forwarded = await Edit(0, forward.MessageId, "y");

        others.Description.ShouldBe("Bad Request: message can't be edited");
        allowed.Result.GetProperty("text").GetString().ShouldBe("z");
        forwarded.Description.ShouldBe("Bad Request: message can't be edited");
    }

    private Task<Answer> Edit(int bot, int id, string text) => _sandbox.Storage(bot).Call("editMessageText",
        ("chat_id", _sandbox.Channel()), ("message_id", id), ("text", text));

    private long BotId(int number) => _sandbox.Accounts.StorageBots[number].Bot.Id;

    private Task<JsonElement> Stand(object order) => _sandbox.Person.Hook("members", order);
}
