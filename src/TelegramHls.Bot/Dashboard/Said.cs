namespace TelegramHls.Bot.Dashboard;

/// <summary>How an action ended, told on the page that follows it.</summary>
/// <param name="Text">In words.</param>
/// <param name="IsWarning">Not all of it was done.</param>
public sealed record Said(string Text, bool IsWarning = false);
