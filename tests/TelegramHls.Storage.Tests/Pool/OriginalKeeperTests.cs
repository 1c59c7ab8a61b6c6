using System.Net.Http.Json;
using System.Text.Json;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool.Originals;
using TelegramHls.Storage.Scrub;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Storage.Transport.Originals;

namespace TelegramHls.Storage.Tests.Pool;

/// <summary>What a person sends is kept as it was sent, without uploading it.</summary>
public sealed class OriginalKeeperTests
{
    private readonly MovableClock _clock = new();
    private readonly StoredFileId _file = StoredFileId.New();
    private readonly VideoId _video = VideoId.New();

    [Theory]
    [InlineData("document", false)]
    [InlineData("video", false)]
    [InlineData("document", true)]
    public async Task Keep_WhateverKindItWasSentAs_ReadsBackEqual(string kind, bool local)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, local: local, time: _clock);
        (SourceMessage source, string path) = await SendAsync(rig, kind);

        (await KeepAsync(rig, source, path)).ShouldBeNull();

        (await rig.Sha256Async(_file)).ShouldBe(await RandomFile.Sha256OfAsync(path));
        StoredPart part = (await rig.FileAsync(_file)).Parts.ShouldHaveSingleItem();
        part.Length.ShouldBe((int)new FileInfo(path).Length);
        part.Replicas.ShouldHaveSingleItem().ChatId.ShouldBe(rig.Channel(0));
        JsonElement message = (await rig.Sandbox.Messages(rig.Channel(0)))[^1];
        message.GetProperty(kind).GetProperty("file_name").GetString().ShouldBe("Мой фильм.mp4");
        rig.Ledger.Intents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keep_Repeated_SendsNothing()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        (SourceMessage source, string path) = await SendAsync(rig, "document");
        await KeepAsync(rig, source, path);
        int last = await LastAsync(rig);

        (await KeepAsync(rig, source, path)).ShouldBeNull();

        (await LastAsync(rig)).ShouldBe(last);
    }

    [Fact]
    public async Task Keep_WhereTheServerTakesNoSuchIdForADocument_CopiesTheMessage()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        (SourceMessage source, string path) = await SendAsync(rig, "video");
        await rig.Sandbox.Weather(new
        {
            effect = "fail", method = "sendDocument", status = 400, description = "Bad Request: can't use file of type Video as Document", count = 1,
        });

        (await KeepAsync(rig, source, path)).ShouldBeNull();

        (await rig.Sandbox.Calls(rig.ControlId, "copymessage")).ShouldBe(1);
        (await rig.Sha256Async(_file)).ShouldBe(await RandomFile.Sha256OfAsync(path));
    }

    [Fact]
    public async Task Keep_WhenTheAnswerIsLost_KeepsItAndTheSweepFindsTheOther()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        (SourceMessage source, string path) = await SendAsync(rig, "video");
        await rig.Sandbox.Weather(new { effect = "dropAfter", method = "sendDocument", count = 1 });
        (await KeepAsync(rig, source, path)).ShouldBeNull();
        rig.Ledger.Intents.Count.ShouldBe(1);
        _clock.Move(TimeSpan.FromMinutes(11));

        (await rig.Sweep.RunAsync(CancellationToken.None)).ShouldBe(1);
        (await rig.Remover.RunAsync(CancellationToken.None)).ShouldBe(new RemovalResult(1, 0, 0));

        JsonElement[] films = [.. (await rig.Sandbox.Messages(rig.Channel(0))).Where(IsFilm)];
        films.ShouldHaveSingleItem().GetProperty("message_id").GetInt32()
            .ShouldBe((await rig.FileAsync(_file)).Parts[0].Replicas[0].MessageId);
    }

    [Fact]
    public async Task Keep_Deleted_LeavesNoMessage()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        (SourceMessage source, string path) = await SendAsync(rig, "video");
        await KeepAsync(rig, source, path);
        await rig.Ledger.DropPartsAsync(_file, 0, CancellationToken.None);

        (await rig.Remover.RunAsync(CancellationToken.None)).ShouldBe(new RemovalResult(1, 0, 0));

        (await rig.Sandbox.Messages(rig.Channel(0))).ShouldAllBe(message => !IsFilm(message));
    }

    [Fact]
    public async Task Keep_DeletedAfterTwoDays_IsEmptiedByTheBotThatSentIt()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        (SourceMessage source, string path) = await SendAsync(rig, "video");
        await KeepAsync(rig, source, path);
        await rig.Ledger.DropPartsAsync(_file, 0, CancellationToken.None);
        await rig.Sandbox.MoveClock(TimeSpan.FromHours(49));
        _clock.Move(TimeSpan.FromHours(49));
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(0), user_id = rig.BotId(0), edit = false });

        (await rig.Remover.RunAsync(CancellationToken.None)).ShouldBe(new RemovalResult(0, 1, 0));

        (await rig.DocumentsAsync()).ShouldHaveSingleItem().Size.ShouldBe(1);
    }

    [Fact]
    public async Task Keep_WhereTheControlBotMayNotPost_SaysSoOnceAndGoesOnLater()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: _clock);
        (SourceMessage source, string path) = await SendAsync(rig, "document");
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(0), user_id = rig.ControlId, status = "left" });

        (await KeepAsync(rig, source, path)).ShouldNotBeNull().ShouldContain("none of the 2 storage channels");
        (await rig.OriginalPlace.CheckAsync(CancellationToken.None)).ShouldBeFalse();

        rig.OriginalPlace.Trouble.ShouldNotBeNull();
        rig.Log.Lines.Count(line => line.Text.Contains("is not kept as it was sent", StringComparison.Ordinal)).ShouldBe(1);
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(1), user_id = rig.ControlId });
        (await KeepAsync(rig, source, path)).ShouldBeNull();
        rig.OriginalPlace.Trouble.ShouldBeNull();
        (await rig.FileAsync(_file)).Parts[0].Replicas[0].ChatId.ShouldBe(rig.Channel(1));
    }

    [Fact]
    public async Task Read_OnceTheControlBotsIdIsStale_GoesThroughAnotherBot()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        (SourceMessage source, string path) = await SendAsync(rig, "video");
        await KeepAsync(rig, source, path);
        await rig.Sandbox.Hook("expire", new { bot = rig.ControlId });

        (await rig.Sha256Async(_file)).ShouldBe(await RandomFile.Sha256OfAsync(path));

        (await rig.FileAsync(_file)).Parts[0].Replicas.ShouldContain(replica => replica.BotId == rig.BotId(0));
    }

    [Fact]
    public async Task Replicas_OfAnOriginal_StandInTheOtherChannelToo()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: _clock, settings: ("Storage:Replicas", "2"));
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(1), user_id = rig.BotId(0) });
        (SourceMessage source, string path) = await SendAsync(rig, "video");
        await KeepAsync(rig, source, path);

        (await rig.Replicas.RunAsync(CancellationToken.None)).Missing.ShouldBe(0);

        (await rig.FileAsync(_file)).Parts[0].Replicas.Select(replica => replica.ChatId).Distinct()
            .ShouldBe([rig.Channel(0), rig.Channel(1)], ignoreOrder: true);
        (await rig.Sandbox.Messages(rig.Channel(1))).Count(IsFilm).ShouldBe(1);
        await rig.Sandbox.Hook("revoke", new { bot = rig.ControlId });
        (await rig.Sha256Async(_file)).ShouldBe(await RandomFile.Sha256OfAsync(path));
    }

    private static bool IsFilm(JsonElement message) => message.TryGetProperty("video", out _);

    private static async Task<int> LastAsync(StorageRig rig) =>
        (await rig.Sandbox.Messages(rig.Channel(0)))[^1].GetProperty("message_id").GetInt32();

    private static async Task<(SourceMessage Source, string Path)> SendAsync(StorageRig rig, string kind)
    {
        await RandomFile.MakeAsync(rig.Temp, 700_001);
        string path = rig.Temp.File("random-1-700001");
        await using (FileStream film = File.OpenRead(path))
        {
            await rig.Sandbox.SendFile(rig.ControlId, kind, "Мой фильм.mp4", film);
        }

        using var http = new HttpClient();
        JsonElement answer = await http.GetFromJsonAsync<JsonElement>($"{rig.Url}/bot{rig.ControlToken}/getUpdates");
        JsonElement message = answer.GetProperty("result").EnumerateArray().Last().GetProperty("message");
        JsonElement file = message.GetProperty(kind);
        return (
            new SourceMessage(
                message.GetProperty("chat").GetProperty("id").GetInt64(),
                message.GetProperty("message_id").GetInt32(),
                file.GetProperty("file_id").GetString()!,
                file.GetProperty("file_unique_id").GetString()!),
            path);
    }

    private Task<string?> KeepAsync(StorageRig rig, SourceMessage source, string path) => rig.Originals.KeepAsync(
        _file, _video, source, _ => Task.FromResult<Stream>(File.OpenRead(path)), CancellationToken.None);
}
