using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog;

namespace TelegramHls.Bot.Cli;

/// <summary>Puts the faults that an operator can mend into words; all others keep their stack trace.</summary>
internal static class Faults
{
    private const string SettingsDoNotFit = "the settings do not fit";

    /// <summary>The words for a fault; null when it is none of those.</summary>
    public static Explanation? Explain(Exception fault) => fault switch
    {
        ErrandException error => error.Explanation,
        SettingsException error => new(ExitCode.WrongSettings, SettingsDoNotFit, error.Message, error.Remedy),
        ListenException error => new(
            ExitCode.Failed,
            "the server cannot listen",
            error.Message,
            $"stop what listens there, or set {error.Setting} to another port"),
        DiskFullException error => new(
            ExitCode.Failed, "the disk is full", error.Message, "free some space, or set Data__Directory to another disk"),
        InvalidDataException { InnerException: FormatException inner } error => new(
            ExitCode.WrongSettings,
            SettingsDoNotFit,
            $"{error.Message} {inner.InnerException?.Message ?? inner.Message}",
            "mend that file: it has to be JSON"),
        CatalogTooNewException error => new(
            ExitCode.Failed, "the database is newer than this program", error.Message, "start the newer program"),
        _ when SettingsFaults.Read(fault) is { Count: > 0 } faults => new(
            ExitCode.WrongSettings,
            SettingsDoNotFit,
            string.Join(' ', faults),
            "set them in appsettings.json, the environment or with --set; telegramhls config check tells more"),
        _ => null,
    };
}
