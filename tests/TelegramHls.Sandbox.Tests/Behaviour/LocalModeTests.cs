using System.Net;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>A server with --local: big files, absolute paths, file URIs.</summary>
public sealed class LocalModeTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start(local: true);

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task FileUri_WithOddCharacters_IsReadByTheServer()
    {
        string source = Path.Combine(_sandbox.Directory, "часть 1%#.bin");
        await File.WriteAllBytesAsync(source, [1, 2, 3]);
        string uri = "file://" + string.Join('/', source.Split('/').Select(Uri.EscapeDataString));

        Answer sent = await _sandbox.Storage().Call("sendDocument", ("chat_id", _sandbox.Channel()), ("document", uri));
        Answer missing = await _sandbox.Storage().Call("sendDocument",
            ("chat_id", _sandbox.Channel()), ("document", "file:///no/such/file"));

        sent.Result.GetProperty("document").GetProperty("file_name").GetString().ShouldBe("часть 1%#.bin");
        sent.Result.GetProperty("document").GetProperty("file_size").GetInt64().ShouldBe(3);
        missing.Description.ShouldBe("Bad Request: can't find real file path");
    }

    [SandboxFact]
    public async Task GetFile_AfterPurge_MakesTheFileAgain()
    {
        Answer sent = await _sandbox.Storage().Upload("sendDocument", "document", "a.bin", [1, 2], ("chat_id", _sandbox.Channel()));
        string id = sent.Result.GetProperty("document").GetProperty("file_id").GetString()!;
        Answer first = await _sandbox.Storage().Call("getFile", ("file_id", id));
        string path = first.Result.GetProperty("file_path").GetString()!;

        await _sandbox.Person.Hook("purge", new { });
        bool purged = !File.Exists(path);
        Answer again = await _sandbox.Storage().Call("getFile", ("file_id", id));

        purged.ShouldBeTrue();
        again.Result.GetProperty("file_path").GetString().ShouldBe(path);
        (await File.ReadAllBytesAsync(path)).ShouldBe([1, 2]);
    }

    [SandboxTheory]
    [InlineData("nonsense", 401, "Unauthorized: invalid token specified")]
    [InlineData("x:y", 421, "Misdirected Request: unallowed token specified")]
    [InlineData("123:y", 401, "Unauthorized")]
    public async Task Token_Malformed_IsRefusedByForm(string token, int status, string description)
    {
        Answer answer = await new Api(_sandbox.Http, _sandbox.Server.Url, token).Call("getMe");

        ((int)answer.Status).ShouldBe(status);
        answer.Description.ShouldBe(description);
    }

    [SandboxFact]
    public async Task FileUrl_OnALocalServer_ServesNothing()
    {
        using HttpResponseMessage response =
            await _sandbox.Http.GetAsync($"{_sandbox.Server.Url}/file/bot{_sandbox.Control.Token}/documents/file_0");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
