namespace TelegramHls.Sandbox.Records;

/// <summary>Where a forwarded message was first: a user's words, or a post of a channel.</summary>
internal sealed record ForwardOrigin(long Date)
{
    public long? User { get; init; }

    public string? ChatKey { get; init; }

    public int? MessageId { get; init; }
}
