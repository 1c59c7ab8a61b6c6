using System.Text.Json;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Tests.Transport;

public sealed class FileSourceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OpenAsync_AtAnOffset_GivesTheBytesFromThereAndTheWholeLength(bool local)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, local: local);
        (string fileId, RandomFile source) = await StoreOneAsync(rig);

        await using OpenedFile opened = await OpenAsync(rig, fileId, offset: 70_000);

        using var bytes = new MemoryStream();
        await opened.Bytes.CopyToAsync(bytes);
        bytes.ToArray().ShouldBe(source.Bytes[70_000..]);
        opened.Length.ShouldBe(200_000);
        (opened.LocalPath is not null).ShouldBe(local);
        opened.ToString().ShouldNotContain("/");
    }

    [Fact]
    public async Task OpenAsync_OfAFileAboveTheCloudsLimit_SaysSo()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        await using Stream big = new MemoryStream(new byte[20_971_521]);
        JsonElement message = await rig.Sandbox.SendFile(rig.BotId(0), "document", "big.bin", big);
        int id = message.GetProperty("message_id").GetInt32();
        string fileId = await FileIdAsync(rig, id);

        var exception = await Should.ThrowAsync<FileSourceException>(() => OpenAsync(rig, fileId, 0));

        exception.Fault.ShouldBe(FileFault.TooBig);
    }

    [Theory]
    [InlineData("BQACgarbage")]
    [InlineData("")]
    public async Task OpenAsync_OfABadId_SaysThatItIsStale(string fileId)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);

        var exception = await Should.ThrowAsync<FileSourceException>(() => OpenAsync(rig, fileId, 0));

        exception.Fault.ShouldBe(FileFault.StaleId);
    }

    [Fact]
    public async Task OpenAsync_WithAnotherBotsId_SaysThatItIsStale()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        (string fileId, _) = await StoreOneAsync(rig);
        BotConnection other = rig.Connections.Open(rig.Token(1));

        var exception = await Should.ThrowAsync<FileSourceException>(
            () => FileSource.OpenAsync(other, fileId, 0, CancellationToken.None));

        exception.Fault.ShouldBe(FileFault.StaleId);
    }

    [Fact]
    public async Task OpenAsync_WhenTheBotIsRevoked_SaysSo()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        (string fileId, _) = await StoreOneAsync(rig);
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0) });

        var exception = await Should.ThrowAsync<FileSourceException>(() => OpenAsync(rig, fileId, 0));

        exception.Fault.ShouldBe(FileFault.BotOut);
    }

    [Fact]
    public async Task OpenAsync_WhenToldToWait_SaysHowLong()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        (string fileId, _) = await StoreOneAsync(rig);
        await rig.Sandbox.Weather(new { effect = "flood", method = "getFile", count = 1, retry_after = 33 });

        var exception = await Should.ThrowAsync<FileSourceException>(() => OpenAsync(rig, fileId, 0));

        exception.Fault.ShouldBe(FileFault.Throttled);
        exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(33));
    }

    [Fact]
    public async Task OpenAsync_OfALocalFileThatMayNotBeRead_ShowsNoPath()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, local: true);
        (string fileId, _) = await StoreOneAsync(rig);
        string path;
        await using (OpenedFile opened = await OpenAsync(rig, fileId, 0))
        {
            path = opened.LocalPath.ShouldNotBeNull();
        }

        File.Delete(path);
        Directory.CreateDirectory(path);

        var exception = await Should.ThrowAsync<FileSourceException>(() => OpenAsync(rig, fileId, 0));

        exception.ToString().ShouldNotContain(rig.Token(0).Split(':')[1]);
    }

    [Fact]
    public async Task OpenAsync_WhenNobodyListens_ShowsNoToken()
    {
        await using StorageRig rig = await StorageRig.StartAsync(
            bots: 1, settings: ("Telegram:ApiUrl", "http://127.0.0.1:1"));

        var exception = await Should.ThrowAsync<FileSourceException>(() => OpenAsync(rig, "BQACid", 0));

        exception.Fault.ShouldBe(FileFault.Unreachable);
        exception.ToString().ShouldNotContain(rig.Token(0).Split(':')[1]);
    }

    private static Task<OpenedFile> OpenAsync(StorageRig rig, string fileId, long offset) =>
        FileSource.OpenAsync(rig.Connections.Open(rig.Token(0)), fileId, offset, CancellationToken.None);

    private static async Task<(string FileId, RandomFile Source)> StoreOneAsync(StorageRig rig)
    {
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 200_000);
        var request = rig.NewRequest(partSize: 1_000_000);
        await rig.StoreAsync(request, source.Bytes);
        return ((await rig.FileAsync(request.File)).Parts[0].Replicas[0].FileId, source);
    }

    /// <summary>The bot's own id of a document that a person sent, from the bot's updates.</summary>
    private static async Task<string> FileIdAsync(StorageRig rig, int messageId)
    {
        using var http = new HttpClient();
        string json = await http.GetStringAsync(new Uri($"{rig.Url}/bot{rig.Token(0)}/getUpdates"));
        return JsonDocument.Parse(json).RootElement.GetProperty("result").EnumerateArray()
            .Select(update => update.TryGetProperty("message", out JsonElement message) ? message : default)
            .First(message => message.ValueKind == JsonValueKind.Object
                && message.GetProperty("message_id").GetInt32() == messageId)
            .GetProperty("document").GetProperty("file_id").GetString()!;
    }
}
