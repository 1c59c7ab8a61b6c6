using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>One round of trials at a time; its outcome is kept until somebody doubts it.</summary>
internal sealed class HardwareChoice(
    IFFmpegLocator locator, HardwareDevices devices, IOptions<MediaOptions> options, TimeProvider clock, ILogger<HardwareChoice> logger)
    : IHardwareChoice, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HardwareProber _prober = new(clock);
    private volatile HardwareReport? _known;

    public async Task<HardwareReport> LookAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known)
        {
            return known;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _known ?? await TryAllAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Doubt() => _known = null;

    public void Dispose() => _turn.Dispose();

    private async Task<HardwareReport> TryAllAsync(CancellationToken cancellationToken)
    {
        HardwareAcceleration wanted = options.Value.HardwareAcceleration;
        IEnumerable<HardwareAcceleration> families = wanted switch
        {
            HardwareAcceleration.None => [],
            HardwareAcceleration.Auto => HardwareDevices.Families,
            _ => [wanted],
        };
        if (await locator.FindAsync(cancellationToken) is not FFmpegTools.Found tools)
        {
            // Not kept: it may be installed while the program runs.
            return new HardwareReport(wanted, []);
        }

        var trials = ImmutableArray.CreateBuilder<HardwareTrial>();
        foreach (HardwareDevice device in families.SelectMany(devices.Of))
        {
            HardwareTrial trial = await TryAsync(tools.FFmpegPath, device, cancellationToken);
            Log.Tried(logger, device, trial.InWords());
            trials.Add(trial);
        }

        var report = new HardwareReport(wanted, trials.DrainToImmutable());
        if (report.IsLacking)
        {
            Log.Lacking(logger, wanted, string.Join("; ", report.Trials.Select(trial => $"{trial.Device} {trial.InWords()}")));
        }

        return _known = report;
    }

    private async Task<HardwareTrial> TryAsync(string ffmpeg, HardwareDevice device, CancellationToken cancellationToken)
    {
        try
        {
            return await _prober.TryAsync(ffmpeg, device, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or Win32Exception)
        {
            return new HardwareTrial(device, Encodes: false, Decodes: false, $"it could not be tried ({fault.Message})");
        }
    }
}
