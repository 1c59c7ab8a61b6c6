using System.Globalization;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Dashboard.Words;

/// <summary>Moments as people say them.</summary>
internal static class TimeWords
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary><c>just now</c>, <c>3 min ago</c>, <c>in 20 s</c>, <c>2 days ago</c>, <c>12 Mar 2026</c>.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        TimeSpan ago = now - at;
        TimeSpan far = ago.Duration();
        return far < TimeSpan.FromSeconds(5) ? "just now"
            : far > 30 * Day ? at.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
            : ago > TimeSpan.Zero ? $"{Rough(far)} ago" : $"in {Rough(far)}";
    }

    /// <summary>How long something took: <c>&lt; 1 s</c>, <c>41 s</c>, <c>2 min 3 s</c>.</summary>
    public static string Took(TimeSpan span) => span < TimeSpan.FromSeconds(1) ? "< 1 s" : Amount.Duration(span);

    /// <summary><c>2026-11-21 23:05:12 UTC</c>.</summary>
    public static string Exact(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>For programs, as HTML's <c>datetime</c> wants it.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>The time between two runs: <c>5 min</c>, <c>6 h</c>, <c>7 days</c>.</summary>
    public static string Every(TimeSpan span) => Rough(span);

    private static string Rough(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => $"{span.Seconds} s",
        { TotalHours: < 1 } => $"{span.Minutes} min",
        { TotalDays: < 1 } => $"{(int)span.TotalHours} h",
        _ => Amount.Of((int)span.TotalDays, "day"),
    };
}
