using System.Net;
using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.ChatPage;

/// <summary>The sample film that the program gives the sandbox.</summary>
public sealed class SampleTests
{
    [SandboxFact]
    public async Task Sample_Given_IsSentAsADocument()
    {
        var given = new SandboxSample("Sample film.mp4", _ => Task.FromResult<Stream>(new MemoryStream([4, 5, 6])));
        await using Contract.Sandbox sandbox = await Contract.Sandbox.Start(sample: given);

        using HttpResponseMessage answer = await SendAsync(sandbox);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonElement document = (await sandbox.Person.Messages(sandbox.ControlId)).Single().GetProperty("document");
        document.GetProperty("file_name").GetString().ShouldBe("Sample film.mp4");
        document.GetProperty("file_size").GetInt64().ShouldBe(3);
        (await sandbox.Person.Get("/person")).GetProperty("sample").GetBoolean().ShouldBeTrue();
    }

    [SandboxFact]
    public async Task Sample_ThatCannotBeMade_IsRefusedWithTheReason()
    {
        var given = new SandboxSample("Sample film.mp4", _ => throw new InvalidOperationException("ffmpeg was not found"));
        await using Contract.Sandbox sandbox = await Contract.Sandbox.Start(sample: given);

        using HttpResponseMessage answer = await SendAsync(sandbox);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("ffmpeg was not found");
        (await sandbox.Person.Messages(sandbox.ControlId)).ShouldBeEmpty();
    }

    [SandboxFact]
    public async Task Sample_NotGiven_IsNeitherOfferedNorSent()
    {
        await using Contract.Sandbox sandbox = await Contract.Sandbox.Start();

        using HttpResponseMessage answer = await SendAsync(sandbox);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await sandbox.Person.Get("/person")).GetProperty("sample").GetBoolean().ShouldBeFalse();
    }

    private static Task<HttpResponseMessage> SendAsync(Contract.Sandbox sandbox) =>
        sandbox.Http.PostAsync($"{sandbox.Server.Url}/person/chats/{sandbox.ControlId}/sample", null);
}
