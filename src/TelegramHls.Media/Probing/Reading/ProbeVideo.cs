using System.Text.Json;

namespace TelegramHls.Media.Probing.Reading;

/// <summary>Reads the facts of moving pictures.</summary>
internal static class ProbeVideo
{
    private static readonly int[] DeepBits = [16, 14, 12, 10, 9];

    public static VideoFacts Read(JsonElement stream)
    {
        string? pixels = ProbeJson.Text(stream, "pix_fmt");
        return new VideoFacts(
            (int)(ProbeJson.Number(stream, "width") ?? 0),
            (int)(ProbeJson.Number(stream, "height") ?? 0),
            pixels,
            (int)(ProbeJson.Number(stream, "bits_per_raw_sample") ?? Depth(pixels)),
            Ratio.Parse(ProbeJson.Text(stream, "sample_aspect_ratio")),
            Rotation(stream),
            Ratio.Parse(ProbeJson.Text(stream, "r_frame_rate")),
            Ratio.Parse(ProbeJson.Text(stream, "avg_frame_rate")),
            (int)(ProbeJson.Number(stream, "has_b_frames") ?? 0),
            ProbeJson.Text(stream, "field_order"),
            ProbeJson.Text(stream, "color_range"),
            ProbeJson.Text(stream, "color_space"),
            ProbeJson.Text(stream, "color_transfer"),
            ProbeJson.Text(stream, "color_primaries"),
            ProbeJson.Array(stream, "side_data_list").Select(DolbyVision).FirstOrDefault(facts => facts is not null));
    }

    private static DolbyVisionFacts? DolbyVision(JsonElement data) =>
        ProbeJson.Number(data, "dv_profile") is { } profile
            ? new DolbyVisionFacts((int)profile, (int)(ProbeJson.Number(data, "dv_bl_signal_compatibility_id") ?? 0))
            : null;

    // ffprobe leaves bits_per_raw_sample out for many codecs; the pixel format's name says it: yuv420p10le.
    private static int Depth(string? pixels) =>
        Array.Find(
            DeepBits,
            depth => pixels?.Contains($"p{depth}", StringComparison.Ordinal) == true
                || pixels?.StartsWith($"p0{depth}", StringComparison.Ordinal) == true) is > 0 and int depth ? depth : 8;

    // The display matrix counts counter-clockwise.
    private static int Rotation(JsonElement stream)
    {
        long turned = ProbeJson.Array(stream, "side_data_list")
            .Select(data => ProbeJson.Number(data, "rotation"))
            .FirstOrDefault(rotation => rotation is not null) ?? 0;
        long quarter = (long)Math.Round(-turned / 90d) % 4;
        return (int)((quarter + 4) % 4 * 90);
    }
}
