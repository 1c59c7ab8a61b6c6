using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramHls.Bot.Cli.Reports;

/// <summary>What verbs write for programs, and how they talk to the server.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // Shown in a terminal or read by a program, never put into a page: people's words stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    /// <summary>Indented; what is not known is left out.</summary>
    public static string Of(object value) => JsonSerializer.Serialize(value, Indented);

    /// <summary>On one line.</summary>
    public static string Line(object value) => JsonSerializer.Serialize(value, Compact);

    /// <summary>As JSON in memory.</summary>
    public static JsonElement Element(object value) => JsonSerializer.SerializeToElement(value, Compact);

    /// <summary>Reads what <see cref="Line"/> wrote.</summary>
    public static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Compact);

    /// <summary>Reads what <see cref="Element"/> made.</summary>
    public static T? Read<T>(JsonElement json) => json.Deserialize<T>(Compact);
}
