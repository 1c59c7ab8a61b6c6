namespace TelegramHls.Catalog.Model;

/// <summary>What a person may do.</summary>
public enum UserRole
{
    /// <summary>Sends and deletes own videos.</summary>
    User,

    /// <summary>Runs the program: sees and changes everything.</summary>
    Owner,
}
