using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using TelegramHls.Catalog.Model;
using TelegramHls.Media.Chapters;

namespace TelegramHls.Bot.Ingest;

/// <summary>What the answer says about a video beyond its row; kept as the row's facts.</summary>
/// <param name="VideoCodec">As people call it, such as <c>H.264</c>; null without a picture.</param>
/// <param name="AudioLanguages">One name a track, such as <c>English</c>, or its channels where it says nothing; empty without sound.</param>
/// <param name="Method">How it was made, as in <c>Copied without re-encoding</c>.</param>
/// <param name="Notes">What one should know: left-out tracks, players that will not play it.</param>
/// <param name="Reasons">By the track's id: what became of it and why; null for a video of an earlier version.</param>
/// <param name="Ending">A sentence on a film that is not all there; null where it is.</param>
public sealed record VideoSummary(
    string? VideoCodec, IReadOnlyList<string> AudioLanguages, string Method, IReadOnlyList<string> Notes,
    IReadOnlyDictionary<string, string>? Reasons = null,
    string? Ending = null)
{
    /// <summary>The chapters that the source names; null where it names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Chapter>? Chapters { get; init; }

    /// <summary>The chapters of a video, empty where it has none.</summary>
    public static ImmutableArray<Chapter> ChaptersOf(Video video) => [.. FromJson(video.FactsJson)?.Chapters ?? []];

    /// <summary>Reads what <see cref="ToJson"/> wrote; null for null.</summary>
    public static VideoSummary? FromJson(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<VideoSummary>(json);

    /// <summary>JSON for the row's facts.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);
}
