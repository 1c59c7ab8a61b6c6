namespace TelegramHls.Jobs;

/// <summary>Whether the engine can look after its jobs.</summary>
public sealed class EngineHealth
{
    private volatile string? _problem;

    /// <summary>What keeps it from doing so, in words; null when all is well.</summary>
    public string? Problem
    {
        get => _problem;
        internal set => _problem = value;
    }
}
