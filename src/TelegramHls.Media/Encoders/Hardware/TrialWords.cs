using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>Why a trial failed, read from ffmpeg's log.</summary>
internal static class TrialWords
{
    private static readonly (string Sign, string Words)[] Known =
    [
        ("Cannot load libcuda", "there is no NVIDIA driver"),
        ("Cannot load libnvidia-encode", "NVIDIA's driver is here without its encoder: in a container NVIDIA_DRIVER_CAPABILITIES needs video"),
        ("Permission denied", "this user may not open it: make it a member of the device's group, mostly render"),
        ("No VA display found", "there is no VA-API driver for it, such as intel-media-va-driver or mesa-va-drivers"),
        ("vaInitialize", "there is no VA-API driver for it, such as intel-media-va-driver or mesa-va-drivers"),
        ("MFX session", "there is no media driver of Intel's for it"),
        ("libamfrt64", "AMD's AMF runtime is not installed"),
        // Options of an encoder are looked up before the encoder itself.
        ("Unrecognized option", "this ffmpeg was built without it, or is too old"),
        ("Device creation failed", "no driver takes this device"),
    ];

    /// <summary>As the end of a sentence, with ffmpeg's own words behind where they help.</summary>
    /// <param name="log">The last lines of the log.</param>
    /// <param name="encoder">The encoder that was tried.</param>
    public static string Of(string log, string encoder)
    {
        if (log.Contains($"Unknown encoder '{encoder}'", StringComparison.Ordinal))
        {
            return $"this ffmpeg was built without {encoder}";
        }

        string said = FFmpegWords.First(log);
        string? words = Known.FirstOrDefault(known => log.Contains(known.Sign, StringComparison.Ordinal)).Words;
        return (words, said) switch
        {
            (null, "") => "ffmpeg ended without a word",
            (null, _) => $"ffmpeg says: {said}",
            _ => $"{words} ({said})",
        };
    }
}
