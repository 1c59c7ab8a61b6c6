namespace TelegramHls.Bot.Dashboard.Words;

/// <summary>Names of steps for people.</summary>
internal static class StepWords
{
    /// <summary><c>Store</c> for <c>store</c>.</summary>
    public static string Of(string step) => step.Length == 0 ? step : $"{char.ToUpperInvariant(step[0])}{step[1..]}";
}
