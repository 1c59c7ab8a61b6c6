using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramHls.Bot.Cli.Reports;

/// <summary>What verbs write for programs.</summary>
internal static class JsonText
{
    // Shown in a terminal or read by a program, never put into a page: people's words stay as they are.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Indented; what is not known is left out.</summary>
    public static string Of(object value) => JsonSerializer.Serialize(value, Options);
}
