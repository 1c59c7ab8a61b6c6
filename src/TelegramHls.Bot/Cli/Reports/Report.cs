using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramHls.Bot.Cli.Reports;

/// <summary>The findings of one run, as text for people or JSON for programs.</summary>
/// <param name="Findings">At least one.</param>
/// <param name="Measured">Figures for programs; null for none.</param>
internal sealed record Report(IReadOnlyList<Finding> Findings, object? Measured = null)
{
    // Shown in a terminal or read by a program, never put into a page: people's words stay as they are.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>True when nothing is an error.</summary>
    public bool IsWell => Findings.All(finding => finding.Level != FindingLevel.Error);

    /// <summary>Prints the report on standard output.</summary>
    public async Task WriteAsync(bool asJson)
    {
        if (asJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { Ok = IsWell, Findings, Measured }, Json));
            return;
        }

        var text = new ReportText(Terminal.Width, Terminal.HasColour);
        foreach (string line in text.Lines(this))
        {
            await Console.Out.WriteLineAsync(line);
        }
    }
}
