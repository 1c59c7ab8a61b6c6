namespace Telegram.Bot.Types;

/// <summary>A person or a bot.</summary>
public class User
{
    /// <summary>Up to 52 bits.</summary>
    public long Id { get; set; }

    /// <summary>A bot.</summary>
    public bool IsBot { get; set; }

    /// <summary>First name.</summary>
    public string FirstName { get; set; } = default!;

    /// <summary>Last name.</summary>
    public string? LastName { get; set; }

    /// <summary>Name without @.</summary>
    public string? Username { get; set; }

    /// <summary>IETF tag of the person's language.</summary>
    public string? LanguageCode { get; set; }

    /// <summary>Has Telegram Premium.</summary>
    public bool IsPremium { get; set; }

    /// <summary>Has the bot in the attachment menu.</summary>
    public bool AddedToAttachmentMenu { get; set; }

    /// <summary>The bot may be invited to groups; only in getMe.</summary>
    public bool CanJoinGroups { get; set; }

    /// <summary>Privacy mode is off; only in getMe.</summary>
    public bool CanReadAllGroupMessages { get; set; }

    /// <summary>Takes inline queries; only in getMe.</summary>
    public bool SupportsInlineQueries { get; set; }

    /// <summary>May be connected to a business account; only in getMe.</summary>
    public bool CanConnectToBusiness { get; set; }

    /// <summary>Has a main web app; only in getMe.</summary>
    public bool HasMainWebApp { get; set; }

    /// <summary>@name or names, and the id.</summary>
    public override string ToString() =>
        Username is null ? $"{FirstName}{LastName?.Insert(0, " ")} ({Id})" : $"@{Username} ({Id})";
}
