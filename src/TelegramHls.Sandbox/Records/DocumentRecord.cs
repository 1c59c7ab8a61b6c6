using System.Text.Json.Serialization;

namespace TelegramHls.Sandbox.Records;

/// <summary>A sent file with its attributes. The bytes are stored by their SHA-256 (hex).</summary>
internal sealed record DocumentRecord(long Id, string Sha256, long Size, MediaKind Kind) : Entity
{
    public string? Name { get; init; }

    public string? Mime { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Seconds.</summary>
    public int Duration { get; init; }

    public string? Performer { get; init; }

    public string? Title { get; init; }

    public long? Thumbnail { get; init; }

    [JsonIgnore]
    public bool Picture => Kind is MediaKind.Photo or MediaKind.Thumbnail;
}
