namespace TelegramHls.Storage.Transport.Probing;

/// <summary>Who a token belongs to.</summary>
/// <param name="Id">The bot's user id.</param>
/// <param name="Username">Its name without <c>@</c>.</param>
public sealed record BotIdentity(long Id, string? Username);
