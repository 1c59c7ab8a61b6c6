using System.Text.Json.Serialization;

namespace TelegramHls.Core.Ids;

/// <summary>Names a video: what a person sent and can play, list and delete.</summary>
/// <param name="Value">Ten letters and digits, about 59 bits, drawn at random so that a lost database never reuses one.</param>
[JsonConverter(typeof(TextIdJsonConverter<VideoId>))]
public readonly record struct VideoId(string Value) : ITextId<VideoId>
{
    /// <summary>Draws a new identifier.</summary>
    public static VideoId New() => new(Base62.Random(10));

    /// <inheritdoc />
    public static VideoId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
