namespace Telegram.Bot.Types;

/// <summary>A contact.</summary>
public class Contact
{
    /// <summary>Telephone number.</summary>
    public string PhoneNumber { get; set; } = default!;

    /// <summary>First name.</summary>
    public string FirstName { get; set; } = default!;

    /// <summary>Last name.</summary>
    public string? LastName { get; set; }

    /// <summary>The person's id.</summary>
    public long? UserId { get; set; }
}
