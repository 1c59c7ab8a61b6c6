using System.ComponentModel.DataAnnotations;

namespace TelegramHls.Jobs;

/// <summary>How jobs are run.</summary>
public sealed class JobsOptions
{
    /// <summary>Name of the section in the configuration.</summary>
    public const string SectionName = "Jobs";

    /// <summary>Jobs in work at once, 1 to 64.</summary>
    [Range(1, 64, ErrorMessage = "Jobs__Parallel must lie between 1 and 64.")]
    public int Parallel { get; set; } = 2;

    /// <summary>Jobs at once that do work which keeps the processor busy, 1 to 64.</summary>
    [Range(1, 64, ErrorMessage = "Jobs__Transcoding must lie between 1 and 64.")]
    public int Transcoding { get; set; } = 1;

    /// <summary>Jobs at once that do work which moves bytes, 1 to 64; null for <see cref="Parallel"/>.</summary>
    [Range(1, 64, ErrorMessage = "Jobs__Copying must lie between 1 and 64.")]
    public int? Copying { get; set; }

    /// <summary>A job that shows no progress for so long counts as stalled; 1 second to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Jobs__StallAfter must lie between 1 s and a day.")]
    public TimeSpan StallAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Days for which the history of finished jobs is kept, 1 to 3650.</summary>
    [Range(1, 3650, ErrorMessage = "Jobs__KeepDays must lie between 1 and 3650.")]
    public int KeepDays { get; set; } = 30;

    /// <summary>Attempts without progress after which a job is given up, 1 to 100; a crash counts, a proper stop does not.</summary>
    [Range(1, 100, ErrorMessage = "Jobs__MaxAttempts must lie between 1 and 100.")]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>Pause after the first failed attempt; each further one doubles it. 10 ms to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00", ErrorMessage = "Jobs__FirstPause must lie between 10 ms and 1 h.")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>No pause is longer than this; 10 ms to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00", ErrorMessage = "Jobs__MaxPause must lie between 10 ms and a day.")]
    public TimeSpan MaxPause { get; set; } = TimeSpan.FromMinutes(10);
}
