namespace TelegramHls.Bot.Conversation.Notices;

/// <summary>What was told of one trouble; kept over restarts.</summary>
/// <param name="LastWordAt">When it was told, or that it is over.</param>
/// <param name="WellText">What is still to be said once it is over; null when that was said.</param>
/// <param name="WellFor">After so long without it.</param>
internal sealed record ToldTrouble(DateTimeOffset LastWordAt, string? WellText, TimeSpan WellFor);
