namespace TelegramHls.Bot.Cli.Reports;

/// <summary>How a finding is meant.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Could not be looked at, or was not to be.</summary>
    Skipped,

    /// <summary>It works, but not as well as it could.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Error,
}
