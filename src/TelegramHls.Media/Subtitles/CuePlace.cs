namespace TelegramHls.Media.Subtitles;

/// <summary>Where a cue stands in the picture.</summary>
public enum CuePlace
{
    /// <summary>Where players put subtitles.</summary>
    Bottom,

    /// <summary>Half-way up.</summary>
    Middle,

    /// <summary>At the upper edge.</summary>
    Top,
}
