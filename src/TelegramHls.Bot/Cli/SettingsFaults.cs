using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace TelegramHls.Bot.Cli;

/// <summary>Finds in a fault of the framework what is wrong with the settings, in words for the operator.</summary>
internal static partial class SettingsFaults
{
    /// <summary>One sentence for each setting that does not fit; empty when the fault is of another kind.</summary>
    public static IReadOnlyList<string> Read(Exception fault) => fault switch
    {
        OptionsValidationException wrong => [.. wrong.Failures.Select(Plain).Distinct(StringComparer.Ordinal)],
        AggregateException several when several.InnerExceptions.All(inner => Read(inner).Count > 0) =>
            [.. several.InnerExceptions.SelectMany(Read).Distinct(StringComparer.Ordinal)],
        InvalidOperationException when Unreadable().Match(fault.Message) is { Success: true } match =>
            [$"{match.Groups["key"].Value.Replace(":", "__", StringComparison.Ordinal)} cannot be '{match.Groups["value"].Value}'."],
        _ => [],
    };

    // Annotations' own sentence stands between the names of class and member.
    private static string Plain(string failure) =>
        Annotated().Match(failure) is { Success: true } match ? match.Groups["sentence"].Value : failure;

    [GeneratedRegex("with the error: '(?<sentence>.*)'\\.?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Annotated();

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unreadable();
}
