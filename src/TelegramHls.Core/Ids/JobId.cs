using System.Text.Json.Serialization;

namespace TelegramHls.Core.Ids;

/// <summary>Names a job: one background run for one video.</summary>
/// <param name="Value">Ten letters and digits, about 59 bits, drawn at random so that a lost database never reuses one.</param>
[JsonConverter(typeof(TextIdJsonConverter<JobId>))]
public readonly record struct JobId(string Value) : ITextId<JobId>
{
    /// <summary>Draws a new identifier.</summary>
    public static JobId New() => new(Base62.Random(10));

    /// <inheritdoc />
    public static JobId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
