namespace Telegram.Bot.Serialization;

/// <summary>Enum values by their Bot API names. A name from a newer server reads as the default value.</summary>
internal sealed class EnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Names =
        Enum.GetValues<TEnum>().ToDictionary(value => value, NameOf);

    private static readonly Dictionary<string, TEnum> Values =
        Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Values.GetValueOrDefault(reader.GetString()!);
        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Names.TryGetValue(value, out string? name)
            ? name
            : throw new JsonException($"{value} is no {typeof(TEnum).Name}"));

    private static string NameOf(TEnum value) => value switch
    {
        ParseMode.Html => "HTML",
        ParseMode mode => mode.ToString(),
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()),
    };
}
