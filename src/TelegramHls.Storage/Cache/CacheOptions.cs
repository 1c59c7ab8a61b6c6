using System.ComponentModel.DataAnnotations;

namespace TelegramHls.Storage.Cache;

/// <summary>The part cache on disk and the reading ahead into it.</summary>
public sealed class CacheOptions
{
    /// <summary>Name of the section in the configuration.</summary>
    public const string SectionName = "Cache";

    /// <summary>Bytes of parts that are kept on disk, those included that are being read.</summary>
    [Range(64L * 1024 * 1024, long.MaxValue, ErrorMessage = "Cache__MaxBytes must be 67108864 (64 MiB) or more.")]
    public long MaxBytes { get; set; } = 10L * 1024 * 1024 * 1024;

    /// <summary>Seconds of play that are fetched ahead of each player; 0 switches reading ahead off.</summary>
    [Range(0, 600, ErrorMessage = "Cache__PrefetchSeconds must be 0 to 600.")]
    public int PrefetchSeconds { get; set; } = 30;

    /// <summary>Seconds without a request after which an HLS player counts as gone.</summary>
    [Range(1, 3600, ErrorMessage = "Cache__IdleSeconds must be 1 to 3600.")]
    public int IdleSeconds { get; set; } = 60;
}
