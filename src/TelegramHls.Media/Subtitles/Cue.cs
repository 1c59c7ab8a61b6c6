namespace TelegramHls.Media.Subtitles;

/// <summary>What is to be read from one moment to another.</summary>
/// <param name="Start">When it appears, since the film's beginning.</param>
/// <param name="End">When it goes; after <paramref name="Start"/>.</param>
/// <param name="Text">
/// WebVTT cue text of one line or more: escaped, with balanced tags <c>i</c>, <c>b</c>, <c>u</c> and no others, without empty lines.
/// </param>
/// <param name="Place">Where it stands.</param>
public sealed record Cue(TimeSpan Start, TimeSpan End, string Text, CuePlace Place = CuePlace.Bottom);
