using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Config;

/// <summary>One rule about the set-up.</summary>
internal interface ICheck
{
    /// <summary>True when Telegram is asked.</summary>
    bool IsOnline => false;

    /// <summary>What it found: at least one finding.</summary>
    Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken);
}
