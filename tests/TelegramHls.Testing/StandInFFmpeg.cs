namespace TelegramHls.Testing;

/// <summary>
/// An ffmpeg that has hardware where this machine has none: x264 stands in for the encoders that are to work, and it fails when told
/// to, with the words of the real one. All else goes to ffmpeg as it is.
/// </summary>
public sealed record StandInFFmpeg
{
    private const string Script = """
        real=("$@"); new=(); encoder=; decodes=; films=
        while (( $# )); do
          case $1 in
            -init_hw_device|-filter_hw_device|-hwaccel_device|-hwaccel_output_format) shift 2; continue ;;
            -hwaccel) decodes=$2; shift 2; continue ;;
            -progress) films=1 ;;
            -c:*) if [[ $2 == h264_* ]]; then
                encoder=$2; new+=("$1" libx264 "-preset:${1#-c:}" veryfast "-crf:${1#-c:}" 21 "-threads:${1#-c:}" 2); shift 2; continue
              fi ;;
            -preset:*|-rc:*|-cq:*|-forced-idr:*|-gpu:*|-rc_mode:*|-qp*:*|-usage:*|-global_quality:*|-look_ahead:*|-forced_idr:*)
              [[ -n $encoder ]] && { shift 2; continue; } ;;
            -b:*) [[ $2 == 0 ]] && { shift 2; continue; } ;;
            -force_key_frames:*) [[ $keyframes == no ]] && { shift 2; continue; } ;;
            -filter:*) new+=("$1" "${2%,format=nv12,hwupload}"); shift 2; continue ;;
            -vf) [[ $2 == hwdownload* ]] && { shift 2; continue; } ;;
          esac
          new+=("$1"); shift
        done
        if [[ -n $encoder$decodes ]]; then echo "${encoder:-none} ${decodes:-none} ${films:+film}" >> "${0%/*}/runs"; fi
        if [[ -n $encoder && " $works " != *" $encoder "* ]]; then exec ffmpeg "${real[@]}"; fi
        if [[ -n $encoder && -n $hangs ]]; then exec sleep 60; fi
        if [[ -n $films && -n $stops && ( -n $encoder || $stops_always == yes ) ]]; then
          ffmpeg "${new[@]}" 2>/dev/null | head -c "$stops"; exec sleep 60
        fi
        if [[ -n $decodes && $decoding == no ]]; then
          echo "[AVHWDeviceContext @ 0x5581] Failed to initialise VAAPI connection: -1 (unknown libva error)." >&2; exit 1
        fi
        if [[ -n $encoder && -n $films ]]; then
          limit=$encoding_breaks; words="[h264_nvenc @ 0x55d8] EncodePicture failed!: generic error (20): no details"
          if [[ -n $decodes && -n $decoding_breaks ]]; then
            limit=$decoding_breaks; words="[h264 @ 0x55d8] hardware accelerator failed to decode picture"
          fi
          if [[ -n $limit ]]; then
            ffmpeg "${new[@]}" 2>/dev/null | head -c "$limit"; echo "$words" >&2; exit 1
          fi
        fi
        if [[ -z $encoder && -n $films && $software == no && " ${real[*]} " == *" libx264 "* ]]; then
          echo "[libx264 @ 0x55d8] malloc of size 4096 failed" >&2; exit 1
        fi
        exec ffmpeg "${new[@]}"
        """;

    /// <summary>Encoders that work, as <c>h264_nvenc</c>, separated by spaces; the others fail as they really do here.</summary>
    public string Works { get; init; } = string.Empty;

    /// <summary>False when no hardware decodes.</summary>
    public bool Decodes { get; init; } = true;

    /// <summary>False when key frames come where the encoder likes.</summary>
    public bool KeepsKeyFrames { get; init; } = true;

    /// <summary>False when films cannot be encoded in software either.</summary>
    public bool HasSoftware { get; init; } = true;

    /// <summary>True when encoding never ends.</summary>
    public bool Hangs { get; init; }

    /// <summary>A film breaks off after so many bytes while it is decoded in hardware; null for never.</summary>
    public int? DecodingBreaksAfter { get; init; }

    /// <summary>A film breaks off after so many bytes while it is encoded in hardware; null for never.</summary>
    public int? EncodingBreaksAfter { get; init; }

    /// <summary>Films stand still after so many bytes; where some hardware works, only those that it encodes. Null for never.</summary>
    public int? StandsStillAfter { get; init; }

    /// <summary>Puts <c>ffmpeg</c> and <c>ffprobe</c> into a folder, for <c>Media:FFmpegDirectory</c>; returns the path of the former.</summary>
    public async Task<string> MakeAsync(TempDirectory folder)
    {
        string[] lines =
        [
            "#!/bin/bash",
            $"works='{Works}' decoding={(Decodes ? "yes" : "no")} keyframes={(KeepsKeyFrames ? "yes" : "no")} hangs={(Hangs ? "yes" : "")}",
            $"software={(HasSoftware ? "yes" : "no")} decoding_breaks={DecodingBreaksAfter} encoding_breaks={EncodingBreaksAfter}",
            $"stops={StandsStillAfter} stops_always={(Works.Length == 0 ? "yes" : "no")}",
            Script.ReplaceLineEndings("\n"),
        ];
        await File.WriteAllTextAsync(folder.File("script"), string.Join('\n', lines));

        // Written by another process: a program that this one still has open cannot be started.
        await Command.RunAsync("install", "-m", "755", folder.File("script"), folder.File("ffmpeg"));
        if (!File.Exists(folder.File("ffprobe")))
        {
            File.CreateSymbolicLink(folder.File("ffprobe"), (await Command.RunAsync("which", "ffprobe")).Trim());
        }

        return folder.File("ffmpeg");
    }

    /// <summary>Runs with hardware so far: encoder, how was decoded, and <c>film</c> where it was no trial.</summary>
    public static async Task<string[]> RunsAsync(TempDirectory folder) =>
        File.Exists(folder.File("runs")) ? await File.ReadAllLinesAsync(folder.File("runs")) : [];
}
