namespace TelegramHls.Catalog.Model;

/// <summary>A person who may use the bot.</summary>
/// <param name="Id">Telegram user id.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Name">As Telegram shows it.</param>
/// <param name="CreatedAt">When first let in.</param>
public sealed record User(long Id, UserRole Role, string Name, DateTimeOffset CreatedAt);
