namespace TelegramHls.Media.Probing;

/// <summary>A chapter of a film.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Title">Its title, where it has one.</param>
public sealed record ChapterFacts(TimeSpan Start, TimeSpan End, string? Title);
