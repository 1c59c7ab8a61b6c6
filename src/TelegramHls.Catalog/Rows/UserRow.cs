using TelegramHls.Catalog.Model;

namespace TelegramHls.Catalog.Rows;

internal sealed class UserRow
{
    public long Id { get; set; }

    public UserRole Role { get; set; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public User ToUser() => new(Id, Role, Name, CreatedAt);
}
