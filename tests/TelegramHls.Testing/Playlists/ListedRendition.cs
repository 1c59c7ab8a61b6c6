namespace TelegramHls.Testing.Playlists;

/// <summary>An <c>EXT-X-MEDIA</c> of a master playlist.</summary>
public sealed record ListedRendition(
    string Type, string Group, string Name, string? Language, bool IsDefault, bool IsAutomatic, bool IsForced, string? Characteristics, string? Channels, string? Uri);
