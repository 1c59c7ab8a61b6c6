using System.Globalization;

namespace Telegram.Bot.Types;

/// <summary>Names a chat by its id, or by its public name.</summary>
[JsonConverter(typeof(ChatIdConverter))]
public sealed class ChatId : IEquatable<ChatId>
{
    /// <summary>By id.</summary>
    public ChatId(long identifier) => Identifier = identifier;

    /// <summary>By <c>@name</c>, or by an id written as text.</summary>
    /// <exception cref="ArgumentException">Neither.</exception>
    public ChatId(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        if (username.Length > 1 && username[0] == '@')
            Username = username;
        else if (long.TryParse(username, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long id))
            Identifier = id;
        else
            throw new ArgumentException("A chat is named by its id or by a name that starts with @", nameof(username));
    }

    /// <summary>The id; null when the chat is named by its public name.</summary>
    public long? Identifier { get; }

    /// <summary>The public name with @; null when the chat is named by its id.</summary>
    public string? Username { get; }

    /// <inheritdoc />
    public bool Equals(ChatId? other) =>
        other is not null
        && Identifier == other.Identifier
        && string.Equals(Username, other.Username, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ChatId);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    /// <summary>The name, or the id in digits.</summary>
    public override string ToString() => Username ?? Identifier!.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>By id.</summary>
    public static implicit operator ChatId(long identifier) => new(identifier);

    /// <summary>By name, or by an id written as text.</summary>
    public static implicit operator ChatId(string username) => new(username);

    /// <summary>That chat.</summary>
    [return: NotNullIfNotNull(nameof(chat))]
    public static implicit operator ChatId?(Chat? chat) => chat is null ? null : new(chat.Id);

    /// <summary>The private chat with that person.</summary>
    [return: NotNullIfNotNull(nameof(user))]
    public static implicit operator ChatId?(User? user) => user is null ? null : new(user.Id);

    /// <summary>Equal ids or names.</summary>
    public static bool operator ==(ChatId? left, ChatId? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Different ids or names.</summary>
    public static bool operator !=(ChatId? left, ChatId? right) => !(left == right);
}
