namespace TelegramHls.Bot.Cli.Config;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Offline">Telegram is not asked.</param>
/// <param name="AskCloud">The cloud server is asked, too.</param>
/// <param name="Json">The answer is read by a program.</param>
internal sealed record CheckOptions(bool Offline, bool AskCloud, bool Json);
