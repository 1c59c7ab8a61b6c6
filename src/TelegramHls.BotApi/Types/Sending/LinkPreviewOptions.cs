namespace Telegram.Bot.Types;

/// <summary>Whether and how a link in the text is previewed.</summary>
public class LinkPreviewOptions
{
    /// <summary>No preview.</summary>
    public static readonly LinkPreviewOptions Disabled = new() { IsDisabled = true };

    /// <summary>No preview.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Link to preview instead of the first one.</summary>
    public string? Url { get; set; }

    /// <summary>Small picture.</summary>
    public bool PreferSmallMedia { get; set; }

    /// <summary>Large picture.</summary>
    public bool PreferLargeMedia { get; set; }

    /// <summary>Above the text.</summary>
    public bool ShowAboveText { get; set; }

    /// <summary>True is <see cref="Disabled"/>.</summary>
    public static implicit operator LinkPreviewOptions?(bool disabled) => disabled ? Disabled : null;

    /// <summary>Previews that link.</summary>
    public static implicit operator LinkPreviewOptions(string url) => new() { Url = url };
}
