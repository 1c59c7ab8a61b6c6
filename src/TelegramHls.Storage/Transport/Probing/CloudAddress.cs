namespace TelegramHls.Storage.Transport.Probing;

/// <summary>Where Telegram's own Bot API server is; a test puts another in its place.</summary>
/// <param name="Url">Address without a path.</param>
public sealed record CloudAddress(string Url);
