namespace TelegramHls.Core.Storing;

/// <summary>A send of which nobody knows whether its message stands in the channel.</summary>
/// <param name="Intent">Number of the intent.</param>
/// <param name="Send">What was about to be sent.</param>
/// <param name="At">When the intent was written.</param>
public sealed record UnresolvedSend(long Intent, SendIntent Send, DateTimeOffset At);
