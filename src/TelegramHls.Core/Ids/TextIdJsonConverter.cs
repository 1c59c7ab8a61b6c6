using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramHls.Core.Ids;

/// <summary>Writes an identifier as a plain JSON string.</summary>
/// <typeparam name="TId">The identifier type.</typeparam>
public sealed class TextIdJsonConverter<TId> : JsonConverter<TId>
    where TId : struct, ITextId<TId>
{
    /// <inheritdoc />
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.From(reader.GetString() ?? throw new JsonException($"{typeof(TId).Name} must be a string."));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
