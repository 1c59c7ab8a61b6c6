namespace Telegram.Bot;

/// <summary>How Bot API objects are written and read.</summary>
public static class JsonBotAPI
{
    static JsonBotAPI()
    {
        Options = new JsonSerializerOptions();
        Configure(Options);
    }

    /// <summary>
    /// snake_case names, defaults omitted, Unix seconds as UTC dates. Unknown fields and unknown enum values are passed
    /// over, so that a newer server does not break an older program.
    /// </summary>
    public static JsonSerializerOptions Options { get; }

    /// <summary>Gives other options the same rules.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.Converters.Add(new EnumConverterFactory());
        options.Converters.Add(new UnixDateTimeConverter());
    }
}
