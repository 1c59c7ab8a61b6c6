using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Parsing;

namespace TelegramHls.Sandbox.Methods;

/// <summary>What a sender says about a file. Duration in seconds.</summary>
internal sealed record MediaTraits(int Width, int Height, int Duration, string? Performer, string? Title, bool Detect)
{
    public static MediaTraits None { get; } = new(0, 0, 0, null, null, Detect: false);

    /// <summary>From the parameters of a call, or the fields of an album's item.</summary>
    public static MediaTraits Read(Func<string, string> field) => new(
        Number(field("length").Length > 0 ? field("length") : field("width")),
        Number(field("height")),
        Number(field("duration")),
        Given(field("performer")),
        Given(field("title")),
        Detect: !Numbers.Truth(field("disable_content_type_detection")));

    public static MediaTraits Read(JsonObject media) => Read(name => media[name]?.ToString() ?? string.Empty);

    private static int Number(string text) => (int)Math.Clamp(Numbers.Read(text), 0, int.MaxValue);

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
