using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TelegramHls.Media.Encoders.Hardware;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Encoders;

/// <summary>A machine with the devices and the ffmpeg that a test gives it.</summary>
internal sealed class HardwareRig : IDisposable
{
    private readonly List<HardwareChoice> _choices = [];

    public TempDirectory Folder { get; } = new();

    /// <summary>Where device files lie: below it <c>dri/renderD128</c>.</summary>
    public string Devices => Folder.File("dev");

    public TempDirectory Programs { get; } = new();

    public async Task<HardwareChoice> ChoiceAsync(
        StandInFFmpeg ffmpeg, HardwareAcceleration wanted = HardwareAcceleration.Auto, TimeProvider? clock = null, params string[] devices)
    {
        foreach (string device in devices)
        {
            string path = Path.Combine(Devices, device);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, string.Empty);
        }

        var choice = new HardwareChoice(
            new FixedFFmpeg(await ffmpeg.MakeAsync(Programs)),
            new HardwareDevices(Devices),
            Options.Create(new MediaOptions { HardwareAcceleration = wanted }),
            clock ?? TimeProvider.System,
            NullLogger<HardwareChoice>.Instance);
        _choices.Add(choice);
        return choice;
    }

    public async Task<HardwareReport> LookAsync(
        StandInFFmpeg ffmpeg, HardwareAcceleration wanted = HardwareAcceleration.Auto, params string[] devices) =>
        await (await ChoiceAsync(ffmpeg, wanted, null, devices)).LookAsync(CancellationToken.None);

    public void Dispose()
    {
        _choices.ForEach(choice => choice.Dispose());
        Folder.Dispose();
        Programs.Dispose();
    }
}
