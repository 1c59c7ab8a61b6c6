namespace TelegramHls.Bot.Cli.Reports;

/// <summary>The findings of one run, as text for people or JSON for programs.</summary>
/// <param name="Findings">At least one.</param>
/// <param name="Measured">Figures for programs; null for none.</param>
internal sealed record Report(IReadOnlyList<Finding> Findings, object? Measured = null)
{
    /// <summary>True when nothing is an error.</summary>
    public bool IsWell => Findings.All(finding => finding.Level != FindingLevel.Error);

    /// <summary>Prints the report on standard output.</summary>
    public async Task WriteAsync(bool asJson)
    {
        if (asJson)
        {
            await Console.Out.WriteLineAsync(JsonText.Of(new { Ok = IsWell, Findings, Measured }));
            return;
        }

        var text = new ReportText(Terminal.Width, Terminal.HasColour);
        foreach (string line in text.Lines(this))
        {
            await Console.Out.WriteLineAsync(line);
        }
    }
}
