using System.Collections.Immutable;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Chapters;

/// <summary>The chapters that a source names, in order and within the film.</summary>
public static class ChapterList
{
    // Sources with more are lists of something else, and a page with more is of use to nobody.
    private const int Most = 300;
    private const int LongestTitle = 120;

    /// <summary>
    /// Empty where the source names none, or one alone. Time stamps of a source may begin anywhere; those of the result begin at 0.
    /// </summary>
    public static ImmutableArray<Chapter> Of(MediaFacts facts)
    {
        TimeSpan end = facts.Duration ?? TimeSpan.MaxValue;
        (TimeSpan Start, TimeSpan End, string? Title)[] named =
        [
            .. facts.Chapters
                .Select(chapter => (Start: Later(chapter.Start - facts.Start, TimeSpan.Zero), End: chapter.End - facts.Start, chapter.Title))
                .Where(chapter => chapter.Start < end && chapter.End > chapter.Start)
                .OrderBy(chapter => chapter.Start)
                .DistinctBy(chapter => chapter.Start)
                .Take(Most),
        ];
        return named.Length < 2
            ? []
            : [.. named.Select((chapter, place) => new Chapter(
                chapter.Start,
                place + 1 < named.Length ? named[place + 1].Start : facts.Duration ?? chapter.End,
                TitleOf(chapter.Title) ?? $"Chapter {place + 1}"))];
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static string? TitleOf(string? title)
    {
        string line = string.Join(' ', (title ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length switch
        {
            0 => null,
            > LongestTitle => $"{line[..(char.IsHighSurrogate(line[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)]}…",
            _ => line,
        };
    }
}
