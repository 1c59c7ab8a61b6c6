using System.ComponentModel.DataAnnotations;

namespace TelegramHls.Bot.Hosting;

/// <summary>The directory of everything that the program keeps on disk. Section <c>Data</c>.</summary>
public sealed class DataOptions
{
    /// <summary>Name of the section.</summary>
    public const string SectionName = "Data";

    /// <summary>Database, cache, spool, index files and the sandbox lie below it; relative to the current directory.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Data__Directory must name a directory.")]
    public string Directory { get; set; } = "data";

    /// <summary>Free bytes of disk that always stay: below, the cache shrinks and films wait before they are fetched.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "Data__MinFreeBytes must be 0 or more.")]
    public long MinFreeBytes { get; set; } = 5L * 1024 * 1024 * 1024;
}
