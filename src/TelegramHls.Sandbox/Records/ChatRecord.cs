using System.Text.Json.Serialization;

namespace TelegramHls.Sandbox.Records;

/// <summary>A channel, a supergroup, or the private chat of one person with one bot.</summary>
internal sealed record ChatRecord(string Key, long Id, string Type) : Entity
{
    public string? Title { get; init; }

    public string? Username { get; init; }

    /// <summary>Private chats: the bot; <see cref="Id"/> is the person then.</summary>
    public long? Bot { get; init; }

    /// <summary>Private chats: the person blocked the bot.</summary>
    public bool Blocked { get; init; }

    public IReadOnlyDictionary<long, Membership> Members { get; init; } = new Dictionary<long, Membership>();

    public int NextMessageId { get; init; } = 1;

    /// <summary>Pinned messages, the latest last.</summary>
    public IReadOnlyList<int> Pinned { get; init; } = [];

    /// <summary>Grows with every new, edited or deleted message.</summary>
    public long Version { get; init; }

    [JsonIgnore]
    public bool Private => Bot is not null;

    [JsonIgnore]
    public bool Channel => Type is "channel";

    /// <summary>A private chat has one person, others have members.</summary>
    public bool SeenBy(long person) => Private ? Id == person : Members.GetValueOrDefault(person)?.Inside == true;

    public static string KeyOf(long chat) => $"c{chat}";

    public static string KeyOf(long bot, long person) => $"p{bot}/{person}";
}
