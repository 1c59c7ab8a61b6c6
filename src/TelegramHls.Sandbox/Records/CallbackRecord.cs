namespace TelegramHls.Sandbox.Records;

/// <summary>A tap on a button, and the bot's answer once there is one.</summary>
internal sealed record CallbackRecord(string Id, long Bot, long Person, long Date) : Entity
{
    /// <summary>Seconds in which a bot may answer.</summary>
    public const long Life = 150;

    public bool Answered { get; init; }

    public string? Text { get; init; }

    public bool Alert { get; init; }

    public string? Url { get; init; }
}
