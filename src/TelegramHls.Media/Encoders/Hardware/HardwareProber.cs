using TelegramHls.Media.Fragments;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>Encodes two seconds on a device as films are, and decodes them on it again. That an encoder is listed proves nothing.</summary>
internal sealed class HardwareProber(TimeProvider clock)
{
    private const int Seconds = 2;
    private const int Quality = 21;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public async Task<HardwareTrial> TryAsync(string ffmpeg, HardwareDevice device, CancellationToken cancellationToken)
    {
        if (HardwareDevices.NeedsPath(device.Family) && device.Path is null)
        {
            return new HardwareTrial(device, Encodes: false, Decodes: false, "this machine has no device /dev/dri/renderD*");
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("thls-try-");
        try
        {
            string film = Path.Combine(folder.FullName, "film.mp4");
            string? fault = await RunAsync(ffmpeg, Encoding(device, film), device, cancellationToken) ?? KeyFrameFault(film);
            if (fault is not null)
            {
                return new HardwareTrial(device, Encodes: false, Decodes: false, fault);
            }

            fault = await RunAsync(ffmpeg, Decoding(device, film), device, cancellationToken);
            return new HardwareTrial(device, Encodes: true, Decodes: fault is null, fault);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Encoding(HardwareDevice device, string film)
    {
        var settings = new PictureEncoding(
            Encoder: string.Empty, Preset: string.Empty, Quality, ReorderDepth: 0, TimeSpan.FromSeconds(1), "format=yuv420p",
            new HardwareUse(device, Decodes: false));
        return
        [
            "-v", "error", "-nostdin", .. HardwareArguments.Open(device),
            "-f", "lavfi", "-i", $"testsrc2=s=640x360:r=30:d={Seconds}", "-map", "0:0",
            .. EncoderArguments.For(settings, 0),
            "-movflags", "+frag_keyframe+delay_moov+default_base_moof+skip_trailer", "-f", "mp4", film,
        ];
    }

    private static string[] Decoding(HardwareDevice device, string film) =>
    [
        "-v", "error", "-nostdin", .. HardwareArguments.Open(device), .. HardwareArguments.Decode(device), .. HardwareArguments.KeepThere(device),
        "-i", film, "-vf", "hwdownload,format=nv12", "-f", "null", "-",
    ];

    /// <summary>Null when it went well, else why not.</summary>
    private async Task<string?> RunAsync(string ffmpeg, string[] arguments, HardwareDevice device, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var log = new LogTail();
        try
        {
            await using FFmpegProcess process = FFmpegProcess.Start(ffmpeg, arguments, log.Add);
            process.GiveWay();
            return await process.WaitAsync(either.Token) == 0
                ? null
                : TrialWords.Of(log.ToString(), HardwareArguments.Encoder(device));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"it did not end within {Longest.TotalSeconds:0} s";
        }
    }

    /// <summary>A segment begins at a key frame, so they must come when they are forced, and then only.</summary>
    private static string? KeyFrameFault(string film)
    {
        var scanner = new FragmentScanner();
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(film);
        int keys = 0;
        try
        {
            while (!bytes.IsEmpty)
            {
                ScanResult result = scanner.Scan(bytes, out int consumed);
                bytes = bytes[consumed..];
                keys += result == ScanResult.Fragment && scanner.Last!.StartsWithSync ? 1 : 0;
            }
        }
        catch (InvalidDataException fault)
        {
            return $"what it writes cannot be read ({fault.Message})";
        }

        return keys == Seconds ? null : "it does not put key frames where segments begin";
    }
}
