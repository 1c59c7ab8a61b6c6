namespace TelegramHls.Bot.Dashboard.Overview;

/// <summary>What one bar of a graph stands for.</summary>
public enum GraphSpan
{
    /// <summary>A minute.</summary>
    Minute,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A day, UTC.</summary>
    Day,
}
