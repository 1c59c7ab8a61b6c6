using System.Text.Json.Serialization;

namespace TelegramHls.Bot.Playback.Subtitles;

/// <summary>Subtitles of a video as <c>/sub/{key}.json</c> and the watch page offer them.</summary>
/// <param name="Track"><c>s0</c>, <c>s1</c> …</param>
/// <param name="Name">What a menu calls them; no two of a video alike.</param>
/// <param name="Language">BCP 47; null when unknown.</param>
/// <param name="IsForced">Only what everybody has to read, such as signs.</param>
/// <param name="IsHearingImpaired">With what one hears beside speech.</param>
/// <param name="IsDefault">Shown unless the viewer says otherwise.</param>
/// <param name="IsAdded">Sent by a person beside the film.</param>
/// <param name="Format">What is kept: <c>srt</c>, <c>ass</c>, <c>vtt</c>, or pictures: <c>sup</c>, <c>mks</c>.</param>
/// <param name="Files">Address of each format in which they can be had.</param>
public sealed record SubtitleLink(
    string Track,
    string Name,
    string? Language,
    [property: JsonPropertyName("forced")] bool IsForced,
    [property: JsonPropertyName("hearingImpaired")] bool IsHearingImpaired,
    [property: JsonPropertyName("default")] bool IsDefault,
    [property: JsonPropertyName("added")] bool IsAdded,
    string Format,
    IReadOnlyDictionary<string, string> Files)
{
    /// <summary>The address for a browser; null where they are pictures.</summary>
    [JsonIgnore]
    public string? WebVtt => Files.GetValueOrDefault("vtt");
}
