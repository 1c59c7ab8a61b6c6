namespace TelegramHls.Sandbox.Records;

/// <summary>Formatting of a stretch of text; offset and length in UTF-16 units.</summary>
internal sealed record TextEntity(string Type, int Offset, int Length)
{
    public string? Url { get; init; }

    public string? Language { get; init; }

    public long? User { get; init; }

    public string? CustomEmoji { get; init; }
}
