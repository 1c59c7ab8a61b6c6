namespace TelegramHls.Media.Subtitles.Reading;

/// <summary>What WebVTT can say of a style of ASS.</summary>
internal readonly record struct AssStyle(bool IsItalic, bool IsBold, bool IsUnderlined, CuePlace Place)
{
    /// <summary>Sets the cue to this style, whatever it was before.</summary>
    public void ApplyTo(CueMarkup cue)
    {
        cue.Set('i', IsItalic);
        cue.Set('b', IsBold);
        cue.Set('u', IsUnderlined);
    }
}
