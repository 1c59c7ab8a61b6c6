using System.ComponentModel.DataAnnotations;

namespace TelegramHls.Storage.Pool;

/// <summary>The Bot API server and the bots.</summary>
public sealed class TelegramOptions
{
    /// <summary>Name of the section in the configuration.</summary>
    public const string SectionName = "Telegram";

    /// <summary>The cloud's Bot API server.</summary>
    public const string CloudUrl = "https://api.telegram.org";

    /// <summary>Address of the Bot API server, without a path.</summary>
    [Required(ErrorMessage = "Telegram__ApiUrl must not be empty.")]
    public string ApiUrl { get; set; } = CloudUrl;

    /// <summary>That server runs with <c>--local</c>: files up to 2,000 MB, absolute paths.</summary>
    public bool Local { get; set; }

    /// <summary>That server shares our spool directory: parts are handed over as <c>file://</c>.</summary>
    public bool UploadByPath { get; set; }

    /// <summary>The bot that people talk to; it stores too when there are no storage bots.</summary>
    public BotOptions ControlBot { get; set; } = new();

    /// <summary>The pool.</summary>
    public IList<BotOptions> StorageBots { get; set; } = [];
}
