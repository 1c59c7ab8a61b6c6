namespace TelegramHls.Media.Subtitles;

/// <summary>The kinds of subtitle files that are kept.</summary>
public enum SubtitleFormat
{
    /// <summary>SubRip: text.</summary>
    Srt,

    /// <summary>Advanced SubStation Alpha: text with much styling.</summary>
    Ass,

    /// <summary>WebVTT: text.</summary>
    Vtt,

    /// <summary>The pictures of Blu-ray discs (PGS).</summary>
    Sup,

    /// <summary>The pictures of DVDs or of broadcasts, in Matroska.</summary>
    Mks,
}
