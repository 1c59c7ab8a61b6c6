using System.Diagnostics;
using System.Net;
using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>getUpdates as §2.1 of the fact sheet has it.</summary>
public sealed class UpdateQueueTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task GetUpdates_WithoutOffset_ConfirmsNothing()
    {
        await Say("a", "b");

        long[] first = await Poll();
        long[] again = await Poll(("timeout", 1), ("limit", 5));

        first.Length.ShouldBe(2);
        first[1].ShouldBe(first[0] + 1);
        first[0].ShouldBeGreaterThan(1_000_000);
        again[0].ShouldBe(first[0]);
    }

    [SandboxFact]
    public async Task GetUpdates_PositiveOffset_ForgetsOlder()
    {
        await Say("a", "b", "c");
        long[] ids = await Poll();

        long[] rest = await Poll(("offset", ids[2]));
        long[] head = await Poll(("offset", ids[0]));

        rest.ShouldBe([ids[2]]);
        head.ShouldBe([ids[2]]);
    }

    [SandboxFact]
    public async Task GetUpdates_NegativeOffset_KeepsTheLast()
    {
        await Say("a", "b", "c");

        long[] last = await Poll(("offset", -2));

        last.Length.ShouldBe(2);
        (await Poll()).Length.ShouldBe(2);
    }

    [SandboxFact]
    public async Task GetUpdates_FarOffset_IsTakenAsHead()
    {
        await Say("a");
        long[] ids = await Poll();

        (await Poll(("offset", ids[0] + 12))).ShouldBe(ids);
        (await Poll(("offset", ids[0] + 1), ("timeout", 0))).ShouldBeEmpty();
    }

    [SandboxFact]
    public async Task GetUpdates_SecondPoll_EndsTheFirstWith409()
    {
        Task<Answer> older = _sandbox.Control.Call("getUpdates", ("timeout", 50));
        await UntilItWaits();
        Task<Answer> newer = _sandbox.Control.Call("getUpdates", ("timeout", 50), ("offset", 5));

        Answer conflict = await older;
        await Say("hello");

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Description.ShouldBe("Conflict: terminated by other getUpdates request; make sure that only one bot "
            + "instance is running");
        (await newer).Result.GetArrayLength().ShouldBe(1);
    }

    [SandboxFact]
    public async Task GetUpdates_SameOffsetAtOnce_IsCalmedToThreeSeconds()
    {
        await Poll(("offset", 0), ("timeout", 0));
        long start = Stopwatch.GetTimestamp();

        await Poll(("offset", 0), ("timeout", 0));

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(TimeSpan.FromSeconds(2.5));
    }

    [SandboxFact]
    public async Task GetUpdates_WithWebhook_IsRefused()
    {
        Answer set = await _sandbox.Control.Call("setWebhook", ("url", "https://example.com/hook"));
        Answer again = await _sandbox.Control.Call("setWebhook", ("url", "https://example.com/hook"));
        Answer poll = await _sandbox.Control.Call("getUpdates");
        Answer deleted = await _sandbox.Control.Call("deleteWebhook");
        Answer nothing = await _sandbox.Control.Call("deleteWebhook");

        set.Description.ShouldBe("Webhook was set");
        again.Description.ShouldBe("Webhook is already set");
        poll.Description.ShouldBe("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to "
            + "delete the webhook first");
        deleted.Description.ShouldBe("Webhook was deleted");
        nothing.Description.ShouldBe("Webhook is already deleted");
    }

    [SandboxFact]
    public async Task GetUpdates_AllowedKinds_ApplyToLaterUpdatesAndStay()
    {
        await Say("before");
        Answer first = await _sandbox.Control.Call("getUpdates", ("allowed_updates", new[] { "callback_query" }));
        await Say("after");

        (await Poll(("offset", 0), ("timeout", 1))).Length.ShouldBe(1);
        first.Result.GetArrayLength().ShouldBe(1);
    }

    [SandboxFact]
    public async Task Updates_OlderThanADay_AreGone()
    {
        await Say("old");

        await _sandbox.Person.MoveClock(TimeSpan.FromHours(24));
        await Say("new");

        Answer answer = await _sandbox.Control.Call("getUpdates");
        answer.Result.EnumerateArray().Select(each => each.GetProperty("message").GetProperty("text").GetString())
            .ShouldBe(["new"]);
    }

    [SandboxFact]
    public async Task Updates_OwnAndOtherBotsPosts_AreNotDelivered()
    {
        long chat = _sandbox.Channel();
        await _sandbox.Person.Hook("members", new { chat_id = chat, user_id = _sandbox.Accounts.StorageBots[1].Bot.Id });
        await _sandbox.Storage(1).Call("sendMessage", ("chat_id", chat), ("text", "by a bot"));
        await _sandbox.Person.Say(chat, "by a person");

        Answer answer = await _sandbox.Storage().Call("getUpdates",
            ("allowed_updates", new[] { "channel_post" }), ("timeout", 5));

        JsonElement[] posts = [.. answer.Result.EnumerateArray().Where(each => each.TryGetProperty("channel_post", out _))];
        posts.Length.ShouldBe(1);
        posts[0].GetProperty("channel_post").GetProperty("text").GetString().ShouldBe("by a person");
        posts[0].GetProperty("channel_post").TryGetProperty("from", out _).ShouldBeFalse();
    }

    private async Task UntilItWaits()
    {
        while ((await _sandbox.Person.Get("/hooks/polls")).GetArrayLength() == 0)
        {
            await Task.Yield();
        }
    }

    private async Task Say(params string[] texts)
    {
        foreach (string text in texts)
        {
            await _sandbox.Person.Say(_sandbox.ControlId, text);
        }
    }

    private async Task<long[]> Poll(params (string Name, object? Value)[] fields)
    {
        Answer answer = await _sandbox.Control.Call("getUpdates", fields);
        return [.. answer.Result.EnumerateArray().Select(each => each.GetProperty("update_id").GetInt64())];
    }
}
