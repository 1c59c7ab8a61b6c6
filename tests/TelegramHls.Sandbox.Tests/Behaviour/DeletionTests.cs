using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>The deletion table, §2.3.</summary>
public sealed class DeletionTests : IAsyncLifetime
{
    private const long TwoDays = 172_800;
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxTheory]
    [InlineData(TwoDays - 100, null)]
    [InlineData(TwoDays, "Bad Request: message can't be deleted")]
    public async Task Delete_OwnChannelPost_EndsAfterTwoDays(long age, string? fault)
    {
        int id = await Post(0);

        await _sandbox.Person.MoveClock(TimeSpan.FromSeconds(age));
        Answer answer = await Delete(0, id);

        answer.Description.ShouldBe(fault);
    }

    [SandboxFact]
    public async Task Edit_OwnChannelPost_NeverEnds()
    {
        int id = await Post(0);

        await _sandbox.Person.MoveClock(TimeSpan.FromDays(400));
        Answer answer = await _sandbox.Storage().Call("editMessageText",
            ("chat_id", _sandbox.Channel()), ("message_id", id), ("text", "emptied"));

        answer.Description.ShouldBeNull();
    }

    [SandboxTheory]
    [InlineData(true, null)]
    [InlineData(false, "Bad Request: message can't be deleted")]
    public async Task Delete_OthersPost_NeedsTheRight(bool right, string? fault)
    {
        int id = await Post(0);
        await _sandbox.Person.Hook("members", new
        {
            chat_id = _sandbox.Channel(),
            user_id = _sandbox.Accounts.StorageBots[1].Bot.Id,
            delete = right,
        });

        Answer answer = await Delete(1, id);

        answer.Description.ShouldBe(fault);
    }

    [SandboxFact]
    public async Task Delete_CreationMessage_Never()
    {
        (await Delete(0, 1)).Description.ShouldBe("Bad Request: message can't be deleted");
    }

    [SandboxFact]
    public async Task Delete_Twice_SaysNotFound()
    {
        int id = await Post(0);

        Answer first = await Delete(0, id);
        Answer second = await Delete(0, id);

        first.Description.ShouldBeNull();
        second.Description.ShouldBe("Bad Request: message to delete not found");
    }

    [SandboxFact]
    public async Task DeleteMany_OneTooOld_DeletesNothing()
    {
        int old = await Post(0);
        await _sandbox.Person.MoveClock(TimeSpan.FromSeconds(TwoDays));
        int young = await Post(0);

        Answer both = await DeleteMany(old, young);
        Answer unknown = await DeleteMany(young, 99999);

        both.Description.ShouldBe("Bad Request: message can't be deleted");
        unknown.Description.ShouldBeNull();
        (await _sandbox.Person.Messages(_sandbox.Channel(), after: 1)).Select(each => each.GetProperty("message_id").GetInt32())
            .ShouldBe([old]);
    }

    [SandboxFact]
    public async Task Delete_PrivateChat_EndsAfterTwoDays()
    {
        await _sandbox.Person.Say(_sandbox.ControlId, "hello");
        long person = _sandbox.Accounts.Person.Id;
        Answer sent = await _sandbox.Control.Call("sendMessage", ("chat_id", person), ("text", "hi"));

        await _sandbox.Person.MoveClock(TimeSpan.FromSeconds(TwoDays));
        Answer answer = await _sandbox.Control.Call("deleteMessage", ("chat_id", person), ("message_id", sent.MessageId));

        answer.Description.ShouldBe("Bad Request: message can't be deleted for everyone");
    }

    private async Task<int> Post(int bot) =>
        (await _sandbox.Storage(bot).Call("sendMessage", ("chat_id", _sandbox.Channel(bot)), ("text", "post"))).MessageId;

    private Task<Answer> Delete(int bot, int id) =>
        _sandbox.Storage(bot).Call("deleteMessage", ("chat_id", _sandbox.Channel()), ("message_id", id));

    private Task<Answer> DeleteMany(params int[] ids) =>
        _sandbox.Storage().Call("deleteMessages", ("chat_id", _sandbox.Channel()), ("message_ids", ids));
}
