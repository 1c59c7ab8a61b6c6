namespace TelegramHls.Bot.Conversation.Notices;

/// <summary>Something that the owner should know of.</summary>
/// <param name="Key">Tells it from others; the same as long as it lasts.</param>
/// <param name="Text">What is wrong, why, and what helps.</param>
/// <param name="WellText">What is said once it is over.</param>
/// <param name="BadFor">It is told after it lasted so long.</param>
/// <param name="WellFor">That it is over is told after it did not come again for so long.</param>
internal sealed record Trouble(string Key, string Text, string WellText, TimeSpan BadFor, TimeSpan WellFor);
