using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Transport;

/// <summary>Parts handed over to a local server by the path where they lie.</summary>
public sealed class UploadByPathTests
{
    private const int Refusal = 2401;

    private static readonly (string Key, string? Value)[] ByPath = [("Telegram:Local", "true"), ("Telegram:UploadByPath", "true")];

    [Fact]
    public async Task Store_OnAServerThatSharesTheSpool_SendsNoBytesAndKeepsTheNames()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, local: true, settings: ByPath);
        await rig.Sandbox.Weather(new { effect = "slow", up = 1_000 });
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest();

        await rig.StoreAsync(request, source.Bytes).WaitAsync(TimeSpan.FromSeconds(60));

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
        StoredFile file = await rig.FileAsync(request.File);
        (await rig.DocumentsAsync()).Select(document => document.Name).Order(StringComparer.Ordinal).ShouldBe(
            file.Parts.Select(part => PartName.Of(request.Video, request.File, part.Index, part.Hashes.Sha256).ToString()));
        rig.Log.Lines.ShouldNotContain(line => line.Event == Refusal);
    }

    [Fact]
    public async Task Store_OnAServerThatCannotReadTheSpool_UploadsAndSaysSoOnce()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, local: true, settings: ByPath);
        await rig.Sandbox.Weather(new
        {
            effect = "fail", method = "sendDocument", status = 400, description = "Bad Request: can't find real file path", count = 1,
        });
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest();

        await rig.StoreAsync(request, source.Bytes);

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
        rig.Log.Lines.Where(line => line.Event == Refusal).ShouldHaveSingleItem().Text.ShouldContain("Telegram__UploadByPath");
    }

    [Fact]
    public async Task Settings_ByPathWithoutALocalServer_DoNotFit()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, settings: ("Telegram:UploadByPath", "true"));

        Should.Throw<Microsoft.Extensions.Options.OptionsValidationException>(rig.ValidateSettings)
            .Message.ShouldContain("Telegram__UploadByPath needs Telegram__Local");
    }
}
