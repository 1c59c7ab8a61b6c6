using System.Diagnostics;
using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.People;

/// <summary>Long chats are read page by page.</summary>
public sealed class PagingTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task Messages_BeforeAnId_AreTheNewestBelowIt()
    {
        int[] ids = await SayAsync(12);
        await _sandbox.Person.Delete(_sandbox.ControlId, ids[5]);

        (await PageAsync("before=2147483647&limit=3")).ShouldBe(ids[9..]);
        (await PageAsync($"before={ids[7]}&limit=3")).ShouldBe([ids[3], ids[4], ids[6]]);
        (await PageAsync($"before={ids[2]}&limit=50")).ShouldBe(ids[..2]);
        (await PageAsync($"before={ids[0]}&limit=50")).ShouldBeEmpty();
        (await PageAsync($"after={ids[8]}&limit=2")).ShouldBe(ids[9..11]);
        (await PageAsync($"after={ids[5]}")).ShouldBe(ids[6..]);
    }

    [SandboxFact]
    public async Task Read_ToAMessage_CountsOnlyWhatOthersSaidAfterIt()
    {
        await SayAsync(2);
        long robin = _sandbox.Accounts.Person.Id;
        Answer first = await _sandbox.Control.Call("sendMessage", ("chat_id", robin), ("text", "one"));
        await _sandbox.Control.Call("sendMessage", ("chat_id", robin), ("text", "two"));
        (await UnreadAsync()).ShouldBe(2);

        await ReadAsync(first.MessageId);
        (await UnreadAsync()).ShouldBe(1);
        await ReadAsync(1);
        (await UnreadAsync()).ShouldBe(1);
    }

    [SandboxFact]
    [Trait("Category", "Soak")]
    public async Task Page_OfTenThousandMessages_TakesNoLongerThanOfFifty()
    {
        await SayAsync(50);
        TimeSpan few = await TimeAsync();
        await SayAsync(10_000);

        TimeSpan many = await TimeAsync();

        many.ShouldBeLessThan(few * 4 + TimeSpan.FromMilliseconds(10));
    }

    private async Task<TimeSpan> TimeAsync()
    {
        var times = new List<TimeSpan>();
        for (int i = 0; i < 10; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await PageAsync("before=2147483647&limit=50");
            await _sandbox.Person.Chats();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times.Min();
    }

    private async Task<int[]> SayAsync(int count)
    {
        var ids = new int[count];
        for (int i = 0; i < count; i++)
        {
            ids[i] = (await _sandbox.Person.Say(_sandbox.ControlId, $"word {i}")).GetProperty("message_id").GetInt32();
        }

        return ids;
    }

    private async Task<int[]> PageAsync(string query)
    {
        JsonElement page = await _sandbox.Person.Get($"/person/chats/{_sandbox.ControlId}/messages?{query}");
        return [.. page.GetProperty("messages").EnumerateArray().Select(each => each.GetProperty("message_id").GetInt32())];
    }

    private async Task ReadAsync(int message)
    {
        using HttpResponseMessage answer = await _sandbox.Http.PostAsync(
            $"{_sandbox.Server.Url}/person/chats/{_sandbox.ControlId}/read",
            new StringContent($$"""{"message_id":{{message}}}"""));
        answer.EnsureSuccessStatusCode();
    }

    private async Task<int> UnreadAsync() => (await _sandbox.Person.Chats()).EnumerateArray()
        .First(chat => chat.GetProperty("id").GetInt64() == _sandbox.ControlId).GetProperty("unread").GetInt32();
}
