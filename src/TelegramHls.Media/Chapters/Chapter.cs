namespace TelegramHls.Media.Chapters;

/// <summary>A chapter of a film as it plays.</summary>
/// <param name="Start">Where it begins, from the film's beginning.</param>
/// <param name="End">Where it ends: at the next one's beginning, or with the film.</param>
/// <param name="Title">Its title in one line; <c>Chapter 3</c> where the source gives none.</param>
public sealed record Chapter(TimeSpan Start, TimeSpan End, string Title);
