namespace Telegram.Bot.Serialization;

/// <summary>Objects whose class is named by one of their fields. A newer server's class reads as null.</summary>
/// <param name="key">The field.</param>
/// <param name="classes">Its values and their classes.</param>
internal abstract class PolymorphicConverter<T>(string key, params (string Name, Type Class)[] classes)
    : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        string? name = document.RootElement.TryGetProperty(key, out JsonElement value) ? value.ToString() : null;
        Type? type = classes.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal)).Class;
        return type is null ? null : (T?)document.RootElement.Deserialize(type, options);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
}
