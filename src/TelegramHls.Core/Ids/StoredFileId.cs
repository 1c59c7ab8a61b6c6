using System.Text.Json.Serialization;

namespace TelegramHls.Core.Ids;

/// <summary>Names a stored file: an ordered list of parts with a length and a SHA-256.</summary>
/// <param name="Value">Ten letters and digits, about 59 bits, drawn at random so that a lost database never reuses one.</param>
[JsonConverter(typeof(TextIdJsonConverter<StoredFileId>))]
public readonly record struct StoredFileId(string Value) : ITextId<StoredFileId>
{
    /// <summary>Draws a new identifier.</summary>
    public static StoredFileId New() => new(Base62.Random(10));

    /// <inheritdoc />
    public static StoredFileId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
