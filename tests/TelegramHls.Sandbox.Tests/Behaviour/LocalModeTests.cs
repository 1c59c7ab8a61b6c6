using System.Net;
using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;
using TelegramHls.Testing;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>A server with --local: big files, absolute paths, file URIs; and flat memory.</summary>
public sealed class LocalModeTests : IAsyncLifetime
{
    private const long Big = 300L * 1024 * 1024;
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start(local: true);

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task File_OfHundredsOfMegabytes_PassesWithFlatMemory()
    {
        string source = Path.Combine(_sandbox.Directory, "source.bin");
        await Command.RunAsync("sh", "-c", $"head -c {Big} /dev/urandom > {source}");
        string expected = (await Command.RunAsync("sha256sum", source)).Split(' ')[0];
        long before = GC.GetTotalMemory(forceFullCollection: true);

        await using (FileStream content = File.OpenRead(source))
        {
            await _sandbox.Person.SendFile(_sandbox.ControlId, "document", "film.mp4", content);
        }

        Answer updates = await _sandbox.Control.Call("getUpdates", ("timeout", 5));
        JsonElement document = updates.Result[0].GetProperty("message").GetProperty("document");
        Answer file = await _sandbox.Control.Call("getFile", ("file_id", document.GetProperty("file_id").GetString()));
        long after = GC.GetTotalMemory(forceFullCollection: false);
        string path = file.Result.GetProperty("file_path").GetString()!;

        document.GetProperty("file_size").GetInt64().ShouldBe(Big);
        Path.IsPathRooted(path).ShouldBeTrue();
        path.ShouldEndWith("/documents/file_0.mp4");
        (await Command.RunAsync("sha256sum", path)).Split(' ')[0].ShouldBe(expected);
        (after - before).ShouldBeLessThan(64 * 1024 * 1024);
    }

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
