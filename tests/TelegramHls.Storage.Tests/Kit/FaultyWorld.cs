using System.Net.Http.Json;
using System.Text.Json;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Scrub;
using TelegramHls.Storage.Transport.Faults;
using TelegramHls.Storage.Transport.Originals;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>Two bots, each an administrator in both channels, on a swift clock, with one published file.</summary>
internal sealed class FaultyWorld : IAsyncDisposable
{
    private const int Size = 300_000;

    private readonly RandomFile _source;

    private FaultyWorld(StorageRig rig, RandomFile source)
    {
        Rig = rig;
        _source = source;
        Published = new Published(rig);
    }

    public StorageRig Rig { get; }

    public Published Published { get; }

    public static async Task<FaultyWorld> StartAsync()
    {
        StorageRig rig = await StorageRig.StartAsync(
            bots: 2, time: new SwiftClock(), settings: ("Cache:PrefetchSeconds", "0"));
        await rig.OpenAllChannelsAsync();
        var world = new FaultyWorld(rig, await RandomFile.MakeAsync(rig.Temp, Size));
        StoreRequest request = rig.NewRequest(partSize: 100_000);
        await rig.StoreAsync(request, world._source.Bytes);
        world.Published.Add(request.File, world._source);
        return world;
    }

    /// <summary>Something that the program does, which makes that call. It may be done again.</summary>
    public async Task<Func<CancellationToken, Task>> PrepareAsync(string call)
    {
        switch (call)
        {
            case "sendDocument":
                return NewStoring();
            case "getFile" or TransportPoints.Download:
                return ReadAsync;
            case "forwardMessage" or "deleteMessage":
                await Rig.Sandbox.Hook("expire", new { bot = Rig.BotId(0) });
                await Rig.Sandbox.Hook("expire", new { bot = Rig.BotId(1) });
                return ReadAsync;
            case "copyMessage":
                return await NewKeepingAsync();
            case "deleteMessages":
                await OrphanAsync();
                return RemoveAsync;
            case "editMessageMedia":
                await OrphanAsync();
                await Rig.Sandbox.MoveClock(TimeSpan.FromHours(49));
                ((SwiftClock)Rig.Time).Move(TimeSpan.FromHours(49));
                return RemoveAsync;
            case "getWebhookInfo":
                return token => Rig.Inspector.WebhookAsync(Rig.Token(0), token);
            default:
                return Rig.CheckPoolAsync;
        }
    }

    /// <summary>Does it once, in the weather that was asked for. It may fail; it is given up where it hangs.</summary>
    public async Task ActAsync(Func<CancellationToken, Task> act)
    {
        FaultPlan faults = Rig.Faults;
        using var giving = new CancellationTokenSource();
        Task acting = act(giving.Token);
        if (faults.Hangs)
        {
            await Task.WhenAny(faults.Met, acting);
            await giving.CancelAsync();
        }

        await Task.WhenAny(acting, faults.Death);
        if (acting.IsFaulted)
        {
            // A failure that somebody sees is no loss: what counts is what holds afterwards.
            acting.Exception.InnerException.ShouldNotBeOfType<NullReferenceException>();
        }
    }

    public ValueTask DisposeAsync() => Rig.DisposeAsync();

    private Func<CancellationToken, Task> NewStoring()
    {
        StoreRequest request = Rig.NewRequest(partSize: 100_000);
        return async token =>
        {
            await using StoredFileWriter writer = await Rig.Writers.OpenAsync(request, token);
            await writer.WriteAsync(_source.Bytes, token);
            await writer.CompleteAsync(token);
            if (!Published.Files.Contains(request.File))
            {
                Published.Add(request.File, _source);
            }
        };
    }

    /// <summary>What a person sent is kept on a server that does not take its id for a document.</summary>
    private async Task<Func<CancellationToken, Task>> NewKeepingAsync()
    {
        using (var bytes = new MemoryStream(_source.Bytes))
        {
            await Rig.Sandbox.SendFile(Rig.ControlId, "document", "film.mp4", bytes);
        }

        await Rig.Sandbox.Weather(new
        {
            effect = "fail",
            bot = Rig.ControlId,
            method = "sendDocument",
            status = 400,
            description = "Bad Request: can't use file of type Video as Document",
        });
        SourceMessage source = await ReceivedAsync();
        (StoredFileId file, VideoId video) = (StoredFileId.New(), VideoId.New());
        return async token =>
        {
            string? reason = await Rig.Originals.KeepAsync(
                file, video, source, _ => Task.FromResult<Stream>(new MemoryStream(_source.Bytes)), token);
            if (reason is null && !Published.Files.Contains(file))
            {
                Published.Add(file, _source);
            }
        };
    }

    private async Task<SourceMessage> ReceivedAsync()
    {
        using var http = new HttpClient();
        JsonElement answer = await http.GetFromJsonAsync<JsonElement>($"{Rig.Url}/bot{Rig.ControlToken}/getUpdates");
        JsonElement message = answer.GetProperty("result").EnumerateArray().Last().GetProperty("message");
        JsonElement file = message.GetProperty("document");
        return new SourceMessage(
            message.GetProperty("chat").GetProperty("id").GetInt64(),
            message.GetProperty("message_id").GetInt32(),
            file.GetProperty("file_id").GetString()!,
            file.GetProperty("file_unique_id").GetString()!);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        StoredFile file = await Rig.FileAsync(Published.Files.First());
        await using Stream stream = await Rig.Reader.OpenAsync(file.Id, cancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        bytes.ToArray().AsSpan().SequenceEqual(_source.Bytes).ShouldBeTrue();
    }

    private async Task OrphanAsync()
    {
        StoreRequest request = Rig.NewRequest(partSize: 100_000);
        await Rig.StoreAsync(request, _source.Bytes);
        await Rig.Ledger.DropPartsAsync(request.File, 0, CancellationToken.None);
    }

    private Task<RemovalResult> RemoveAsync(CancellationToken cancellationToken) => Rig.Remover.RunAsync(cancellationToken);
}
