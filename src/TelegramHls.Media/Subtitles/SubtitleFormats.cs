namespace TelegramHls.Media.Subtitles;

/// <summary>What is to be known of each format.</summary>
public static class SubtitleFormats
{
    /// <summary>The file name's ending without a dot, as in addresses.</summary>
    public static string Extension(this SubtitleFormat format) => format.ToString().ToLowerInvariant();

    /// <summary>True where it is text, which can become WebVTT.</summary>
    public static bool IsText(this SubtitleFormat format) =>
        format is SubtitleFormat.Srt or SubtitleFormat.Ass or SubtitleFormat.Vtt;

    /// <summary>The media type of such a file; text is UTF-8.</summary>
    public static string ContentType(this SubtitleFormat format) => format switch
    {
        SubtitleFormat.Vtt => "text/vtt; charset=utf-8",
        SubtitleFormat.Srt => "application/x-subrip; charset=utf-8",
        SubtitleFormat.Ass => "text/x-ssa; charset=utf-8",
        SubtitleFormat.Mks => "video/x-matroska",
        _ => "application/octet-stream",
    };

    /// <summary>The format that files of this ending have, without a dot, in any case; null for other endings.</summary>
    public static SubtitleFormat? Find(string extension) => extension.ToLowerInvariant() switch
    {
        "srt" => SubtitleFormat.Srt,
        "ass" or "ssa" => SubtitleFormat.Ass,
        "vtt" => SubtitleFormat.Vtt,
        "sup" => SubtitleFormat.Sup,
        "mks" => SubtitleFormat.Mks,
        _ => null,
    };
}
