using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;
using TelegramHls.Testing;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>Memory belongs to the whole process, so these tests run while no other does.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests : IAsyncLifetime
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
}
