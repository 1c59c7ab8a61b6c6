namespace TelegramHls.Sandbox.Events;

/// <summary>What changed for a person. <see cref="Lost"/>: more than could be kept; look at everything anew.</summary>
internal sealed record News(
    bool Lost,
    IReadOnlyCollection<(string Chat, int Id)> Messages,
    IReadOnlyCollection<string> Chats,
    IReadOnlyList<ChatAction> Actions);

/// <summary>A bot says what it is about to send.</summary>
internal sealed record ChatAction(string Chat, long Bot, string Action);
