using System.Net;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.ChatPage;

/// <summary>Websites that the person has open elsewhere can neither read nor act here.</summary>
public sealed class SiteGateTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxTheory]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Call_FromAForeignSite_IsRefusedAndDoesNothing(string header, string value)
    {
        (await SendAsync(HttpMethod.Post, "messages", header, value)).ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(HttpMethod.Get, "messages", header, value)).ShouldBe(HttpStatusCode.Forbidden);

        (await _sandbox.Person.Messages(_sandbox.ControlId)).ShouldBeEmpty();
    }

    [SandboxFact]
    public async Task Call_FromTheOwnPage_Passes()
    {
        (await SendAsync(HttpMethod.Post, "messages", "Origin", _sandbox.Server.Url)).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Post, "messages", "Sec-Fetch-Site", "same-origin")).ShouldBe(HttpStatusCode.OK);
    }

    [SandboxTheory]
    [InlineData("/")]
    [InlineData("/person/chats")]
    [InlineData("/hooks/accounts")]
    public async Task Call_UnderANameThatOnlyResolvesHere_IsRefused(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _sandbox.Server.Url + path) { Headers = { Host = "films.example.org" } };

        using HttpResponseMessage answer = await _sandbox.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(_sandbox.Accounts.ControlBot.Token);
    }

    [SandboxTheory]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("127.0.0.2:8081")]
    [InlineData("chat.localhost:8081")]
    public async Task Call_UnderALoopbackName_Passes(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _sandbox.Server.Url + "/person/chats") { Headers = { Host = host } };

        using HttpResponseMessage answer = await _sandbox.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(method, $"{_sandbox.Server.Url}/person/chats/{_sandbox.ControlId}/{path}");
        request.Headers.Add(header, value);
        request.Content = method == HttpMethod.Post ? new StringContent("""{"text":"hi"}""") : null;
        using HttpResponseMessage answer = await _sandbox.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
