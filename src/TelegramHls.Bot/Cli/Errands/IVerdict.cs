namespace TelegramHls.Bot.Cli.Errands;

/// <summary>A result that may be a failure, wholly or in part: the verb then ends with <see cref="ExitCode.Failed"/>.</summary>
internal interface IVerdict
{
    /// <summary>True when all that was asked for is done.</summary>
    bool Ok { get; }
}
