namespace Telegram.Bot.Types;

/// <summary>A chat.</summary>
public class Chat
{
    /// <summary>Negative for groups; -100… for channels and supergroups.</summary>
    public long Id { get; set; }

    /// <summary>Kind.</summary>
    public ChatType Type { get; set; }

    /// <summary>Title, unless private.</summary>
    public string? Title { get; set; }

    /// <summary>Public name without @.</summary>
    public string? Username { get; set; }

    /// <summary>First name of the other person.</summary>
    public string? FirstName { get; set; }

    /// <summary>Last name of the other person.</summary>
    public string? LastName { get; set; }

    /// <summary>A supergroup with topics.</summary>
    public bool IsForum { get; set; }

    /// <summary>The direct messages of a channel.</summary>
    public bool IsDirectMessages { get; set; }

    /// <summary>Kind, name and id.</summary>
    public override string ToString() => Type == ChatType.Private
        ? $"Private chat with {(Username is null ? $"{FirstName}{LastName?.Insert(0, " ")}" : $"@{Username}")} ({Id})"
        : $"{Type} \"{Title}\" ({Id})";
}
