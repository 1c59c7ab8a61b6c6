using System.ComponentModel.DataAnnotations;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Storage.Pool;

/// <summary>How films are kept.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the section in the configuration.</summary>
    public const string SectionName = "Storage";

    /// <summary>The most that the cloud's <c>getFile</c> gives back, with a margin (BOT_API §3).</summary>
    public const int MaxCloudPartSize = 20_000_000;

    /// <summary>Bytes of a full part; one send of it has to end well inside of 500 s on a slow link.</summary>
    [Range(PartSizes.MinTarget, 600_000_000, ErrorMessage = "Storage__PartSize must be 65536 to 600000000 bytes.")]
    public int PartSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>Copies of each part, in different channels.</summary>
    [Range(1, 8, ErrorMessage = "Storage__Replicas must be 1 to 8.")]
    public int Replicas { get; set; } = 1;

    /// <summary>Messages that may be sent to one chat in a minute, over all bots; 0 = no limit.</summary>
    [Range(0, 6000, ErrorMessage = "Storage__MessagesPerMinute must be 0 to 6000.")]
    public int MessagesPerMinute { get; set; } = 20;

    /// <summary>Where messages are forwarded to for a moment, a number or <c>@name</c>; without one the bot's own channel.</summary>
    public string? ScratchChatId { get; set; }

    /// <summary>Keeps what a person sent as one document more.</summary>
    public bool KeepOriginal { get; set; } = true;

    /// <summary>Minutes within which a message whose answer was lost is found and removed.</summary>
    [Range(1, 10_080, ErrorMessage = "Storage__SweepMinutes must be 1 to 10080.")]
    public int SweepMinutes { get; set; } = 60;
}
