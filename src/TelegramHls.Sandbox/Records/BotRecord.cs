using System.Text.Json.Nodes;

namespace TelegramHls.Sandbox.Records;

/// <summary>A bot with its counters. <see cref="Secret"/> signs its file ids: another bot's ids do not verify.</summary>
internal sealed record BotRecord(long Id, string Token, string Username, string FirstName, string Secret) : Entity
{
    private const string DefaultScope = "{\"type\":\"default\"}";

    /// <summary>Private chats of one bot share one sequence of message ids.</summary>
    public int NextMessageId { get; init; } = 1;

    public long NextUpdateId { get; init; }

    public int NextFileNumber { get; init; }

    public bool Revoked { get; init; }

    public bool LoggedOut { get; init; }

    /// <summary>Null until first set: then the default kinds.</summary>
    public IReadOnlyList<string>? AllowedUpdates { get; init; }

    public WebhookRecord? Webhook { get; init; }

    /// <summary>Commands, descriptions, menu buttons: JSON text by setting, language and scope.</summary>
    public IReadOnlyDictionary<string, string> Profile { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A setting as everyone sees it: in no language of its own, of the default scope.</summary>
    public JsonNode? Setting(string name) =>
        Profile.FirstOrDefault(pair => pair.Key == $"{name}|||" || pair.Key == $"{name}||{DefaultScope}|").Value is { } text
            ? JsonNode.Parse(text)
            : null;
}

internal sealed record WebhookRecord(string Url, int MaxConnections, bool HasCertificate, string? IpAddress);
