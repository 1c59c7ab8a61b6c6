using System.Diagnostics;
using System.Net;
using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>The hooks that make trouble.</summary>
public sealed class WeatherTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    private long BotId => _sandbox.Accounts.StorageBots[0].Bot.Id;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task Flood_NextCallOfOneBot_OnlyThat()
    {
        await _sandbox.Person.Weather(new { effect = "Flood", bot = BotId, method = "sendMessage", count = 1, retry_after = 7 });

        Answer other = await Send(1);
        using HttpResponseMessage flooded = await _sandbox.Http.GetAsync(
            $"{_sandbox.Storage().MethodUrl("sendMessage")}?chat_id={_sandbox.Channel()}&text=x");
        Answer answer = await Api.Read(flooded);
        Answer after = await Send(0);

        other.Status.ShouldBe(HttpStatusCode.OK);
        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Description.ShouldBe("Too Many Requests: retry after 7");
        answer.Body.GetProperty("parameters").GetProperty("retry_after").GetInt32().ShouldBe(7);
        flooded.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        after.Status.ShouldBe(HttpStatusCode.OK);
    }

    [SandboxTheory]
    [InlineData("DropBefore", 0)]
    [InlineData("DropAfter", 1)]
    public async Task Drop_BeforeOrAfter_LeavesNothingOrAll(string effect, int posts)
    {
        await _sandbox.Person.Weather(new { effect, method = "sendMessage", count = 1 });

        await Should.ThrowAsync<HttpRequestException>(() => Send(0));

        (await _sandbox.Person.Messages(_sandbox.Channel(), after: 1)).Length.ShouldBe(posts);
        (await Send(0)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [SandboxFact]
    public async Task Fail_WithHtml_AnswersThat()
    {
        await _sandbox.Person.Weather(new { effect = "Fail", status = 502, body = "<html>Bad Gateway</html>", count = 1 });

        using HttpResponseMessage response = await _sandbox.Http.GetAsync(_sandbox.Storage().MethodUrl("getMe"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await response.Content.ReadAsStringAsync()).ShouldBe("<html>Bad Gateway</html>");
    }

    [SandboxFact]
    public async Task Revoke_Token_IsUnauthorizedUntilRestored()
    {
        await _sandbox.Person.Hook("revoke", new { bot = BotId });
        Answer revoked = await _sandbox.Storage().Call("getMe");
        await _sandbox.Person.Hook("revoke", new { bot = BotId, revoked = false });
        Answer restored = await _sandbox.Storage().Call("getMe");

        revoked.Description.ShouldBe("Unauthorized");
        revoked.Status.ShouldBe(HttpStatusCode.Unauthorized);
        restored.Result.GetProperty("id").GetInt64().ShouldBe(BotId);
    }

    [SandboxFact]
    public async Task Download_CutAndCorrupt_StrikeOnceEach()
    {
        byte[] content = [.. Enumerable.Range(0, 200_000).Select(number => (byte)number)];
        string url = await FileUrl(content);
        await _sandbox.Person.Weather(new { effect = "Cut", method = "file", count = 1, after_bytes = 100_000 });
        await Should.ThrowAsync<HttpRequestException>(() => _sandbox.Http.GetByteArrayAsync(url));
        await _sandbox.Person.Weather(new { effect = "Corrupt", method = "file", count = 1, after_bytes = 150_000 });

        byte[] wrong = await _sandbox.Http.GetByteArrayAsync(url);
        byte[] right = await _sandbox.Http.GetByteArrayAsync(url);

        Enumerable.Range(0, content.Length).Where(index => wrong[index] != content[index]).ShouldBe([150_000]);
        right.ShouldBe(content);
        (await _sandbox.Person.Calls(BotId, "file")).ShouldBe(3);
    }

    [SandboxFact]
    public async Task Slow_Line_HoldsTransfersBack()
    {
        string url = await FileUrl(new byte[500_000]);
        await _sandbox.Person.Weather(new { effect = "Slow", bot = BotId, down = 500_000 });
        long start = Stopwatch.GetTimestamp();

        await _sandbox.Http.GetByteArrayAsync(url);

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
    }

    [SandboxFact]
    public async Task Spacing_EqualUploads_WaitUnequalDoNot()
    {
        await _sandbox.Person.Weather(new { effect = "Spacing" });

        TimeSpan unequal = await Uploads(step: 1);
        TimeSpan equal = await Uploads(step: 0);

        // Twelve of 0.2 s with a second of credit: the last waits 1.2 s.
        equal.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.1));
        unequal.ShouldBeLessThan(equal);
    }

    [SandboxFact]
    public async Task LogOut_LaterCalls_AreRefused()
    {
        await _sandbox.Storage().Call("logOut");

        Answer answer = await _sandbox.Storage().Call("getMe");

        answer.Description.ShouldBe("Logged out");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<TimeSpan> Uploads(int step)
    {
        long start = Stopwatch.GetTimestamp();
        for (int number = 0; number < 12; number++)
        {
            await _sandbox.Storage().Upload("sendDocument", "document", "a", new byte[200_000 + (number * step)],
                ("chat_id", _sandbox.Channel()));
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private Task<Answer> Send(int bot) =>
        _sandbox.Storage(bot).Call("sendMessage", ("chat_id", _sandbox.Channel(bot)), ("text", "x"));

    private async Task<string> FileUrl(byte[] content)
    {
        Api bot = _sandbox.Storage();
        Answer sent = await bot.Upload("sendDocument", "document", "a.bin", content, ("chat_id", _sandbox.Channel()));
        JsonElement document = sent.Result.GetProperty("document");
        Answer get = await bot.Call("getFile", ("file_id", document.GetProperty("file_id").GetString()));
        return $"{_sandbox.Server.Url}/file/bot{bot.Token}/{get.Result.GetProperty("file_path").GetString()}";
    }
}
