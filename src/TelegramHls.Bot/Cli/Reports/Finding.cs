namespace TelegramHls.Bot.Cli.Reports;

/// <summary>One thing that was looked at.</summary>
/// <param name="Level">How it is.</param>
/// <param name="Subject">What was looked at: a setting (<c>Server:Urls</c>) or words.</param>
/// <param name="Text">What was found.</param>
/// <param name="Remedy">What to do; null when nothing is.</param>
internal sealed record Finding(FindingLevel Level, string Subject, string Text, string? Remedy = null)
{
    /// <summary>The setting's name as an environment variable; null when the subject is no setting.</summary>
    public string? Variable => Subject.Contains(':', StringComparison.Ordinal) && !Subject.Contains(' ', StringComparison.Ordinal)
        ? Subject.Replace(":", "__", StringComparison.Ordinal)
        : null;

    public static Finding Ok(string subject, string text) => new(FindingLevel.Ok, subject, text);

    public static Finding Skipped(string subject, string text) => new(FindingLevel.Skipped, subject, text);

    public static Finding Warning(string subject, string text, string remedy) => new(FindingLevel.Warning, subject, text, remedy);

    public static Finding Error(string subject, string text, string remedy) => new(FindingLevel.Error, subject, text, remedy);
}
