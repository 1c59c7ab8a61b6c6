using System.Security.Cryptography;
using System.Text.Json;
using TelegramHls.Sandbox.Tests.Contract;
using TelegramHls.Testing;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>State over restarts, and over a journal that a kill tore.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        _directory.Dispose();
    }

    [SandboxFact]
    public async Task Restart_EverythingIsStillThere()
    {
        byte[] content = RandomNumberGenerator.GetBytes(100_000);
        string fileId;
        long update;
        Accounts.SandboxAccounts before;
        await using (SandboxServer server = await Contract.Sandbox.StartServer(_directory.Path))
        {
            before = server.Accounts;
            fileId = await SendFile(server, content);
            using var person = new SandboxClient(server.Url);
            await person.MoveClock(TimeSpan.FromDays(3));
            await person.Say(before.ControlBot.Id, "waiting");
            update = (await Updates(server))[0].GetProperty("update_id").GetInt64();
        }

        await using SandboxServer again = await Contract.Sandbox.StartServer(_directory.Path);
        Api bot = Storage(again);
        Answer file = await bot.Call("getFile", ("file_id", fileId));
        byte[] back = await _http.GetByteArrayAsync(
            $"{again.Url}/file/bot{bot.Token}/{file.Result.GetProperty("file_path").GetString()}");
        Answer next = await bot.Call("sendMessage", ("chat_id", before.StorageBots[0].ChatId), ("text", "next"));

        again.Accounts.ControlBot.ShouldBe(before.ControlBot);
        again.Accounts.StorageBots.ShouldBe(before.StorageBots);
        again.Accounts.Person.ShouldBe(before.Person);
        back.ShouldBe(content);
        next.MessageId.ShouldBe(3);
        next.Result.GetProperty("date").GetInt64().ShouldBeGreaterThan(
            TimeProvider.System.GetUtcNow().AddDays(2.9).ToUnixTimeSeconds());
        (await Updates(again))[0].GetProperty("update_id").GetInt64().ShouldBe(update);
    }

    [SandboxTheory]
    [InlineData("[{\"t\":\"person\",\"Id\":5")]
    [InlineData("[")]
    public async Task Restart_TornLastLine_IsDropped(string torn)
    {
        string fileId;
        await using (SandboxServer server = await Contract.Sandbox.StartServer(_directory.Path))
        {
            fileId = await SendFile(server, [1, 2, 3]);
        }

        await File.AppendAllTextAsync(_directory.File("journal.jsonl"), torn);
        await using SandboxServer again = await Contract.Sandbox.StartServer(_directory.Path);
        Answer file = await Storage(again).Call("getFile", ("file_id", fileId));

        file.Result.GetProperty("file_size").GetInt64().ShouldBe(3);
    }

    [SandboxFact]
    public async Task Start_OnADirectoryInUse_IsRefused()
    {
        await using SandboxServer server = await Contract.Sandbox.StartServer(_directory.Path);

        InvalidOperationException fault =
            await Should.ThrowAsync<InvalidOperationException>(() => Contract.Sandbox.StartServer(_directory.Path));

        fault.Message.ShouldBe($"Another sandbox runs on '{_directory.Path}'.");
    }

    [SandboxFact]
    public async Task Restart_DamageInTheMiddle_IsRefused()
    {
        await using (SandboxServer server = await Contract.Sandbox.StartServer(_directory.Path))
        {
            await SendFile(server, [1, 2, 3]);
        }

        string journal = _directory.File("journal.jsonl");
        string[] lines = await File.ReadAllLinesAsync(journal);
        lines[1] = lines[1][..10];
        await File.WriteAllLinesAsync(journal, lines);

        await Should.ThrowAsync<InvalidDataException>(() => Contract.Sandbox.StartServer(_directory.Path));
    }

    [SandboxFact]
    public async Task Restart_FilesOfDeletedMessages_AreRemoved()
    {
        await using (SandboxServer server = await Contract.Sandbox.StartServer(_directory.Path))
        {
            await SendFile(server, [1, 2, 3]);
            await Storage(server).Call("deleteMessage",
                ("chat_id", server.Accounts.StorageBots[0].ChatId), ("message_id", 2));
        }

        await using SandboxServer again = await Contract.Sandbox.StartServer(_directory.Path);

        Directory.EnumerateFiles(_directory.File("files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [SandboxTheory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://192.168.1.5:8081")]
    [InlineData("http://example.com:8081")]
    public async Task Start_OnAnotherHost_IsRefused(string url)
    {
        ArgumentException fault = await Should.ThrowAsync<ArgumentException>(() => SandboxServer.StartAsync(
            new SandboxOptions { Directory = _directory.Path, Url = url },
            TimeProvider.System,
            null,
            CancellationToken.None));

        fault.Message.ShouldContain("Sandbox__Urls");
    }

    private Api Storage(SandboxServer server) => new(_http, server.Url, server.Accounts.StorageBots[0].Bot.Token);

    private async Task<string> SendFile(SandboxServer server, byte[] content)
    {
        Answer sent = await Storage(server).Upload("sendDocument", "document", "a.bin", content,
            ("chat_id", server.Accounts.StorageBots[0].ChatId));
        return sent.Result.GetProperty("document").GetProperty("file_id").GetString()!;
    }

    private async Task<JsonElement> Updates(SandboxServer server)
    {
        Answer answer = await new Api(_http, server.Url, server.Accounts.ControlBot.Token).Call("getUpdates", ("timeout", 5));
        return answer.Result;
    }
}
