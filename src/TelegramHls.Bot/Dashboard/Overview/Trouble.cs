namespace TelegramHls.Bot.Dashboard.Overview;

/// <summary>Something that is not as it should be.</summary>
/// <param name="What">Name of what is concerned, for people.</param>
/// <param name="Why">In words, with what helps; null when nobody knows.</param>
/// <param name="IsGrave">Films cannot be taken in or served; else it goes on with less.</param>
/// <param name="Address">Where more is said; null when that is all.</param>
public sealed record Trouble(string What, string? Why, bool IsGrave, string? Address = null);
