namespace TelegramHls.Media.Probing;

/// <summary>What a file marks a stream as.</summary>
/// <param name="IsDefault">Chosen unless the viewer says otherwise.</param>
/// <param name="IsForced">Subtitles to be shown always.</param>
/// <param name="IsAttachedPicture">A cover, not a film.</param>
/// <param name="IsHearingImpaired">For people who hear badly.</param>
/// <param name="IsVisualImpaired">For people who see badly: a spoken description.</param>
/// <param name="IsComment">A commentary.</param>
public readonly record struct StreamDisposition(
    bool IsDefault,
    bool IsForced,
    bool IsAttachedPicture,
    bool IsHearingImpaired,
    bool IsVisualImpaired,
    bool IsComment);
