using System.Text.Json.Serialization;

namespace TelegramHls.Sandbox.Records;

/// <summary>One message. Text is the caption where there is a document. Dates are Unix seconds.</summary>
internal sealed record MessageRecord(string ChatKey, int Id, long Date) : Entity
{
    /// <summary>The bot or person that sent it; not shown in channels.</summary>
    public required long From { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<TextEntity> Entities { get; init; } = [];

    public long? Document { get; init; }

    public int? ReplyTo { get; init; }

    public ForwardOrigin? Origin { get; init; }

    public long? EditDate { get; init; }

    /// <summary>JSON text of the inline keyboard's rows.</summary>
    public string? Keyboard { get; init; }

    public string? Album { get; init; }

    public bool Protected { get; init; }

    /// <summary>The sender switched the preview of links off.</summary>
    public bool NoPreview { get; init; }

    public bool CaptionAbove { get; init; }

    public bool Spoiler { get; init; }

    /// <summary>Service message: this message was pinned.</summary>
    public int? PinnedId { get; init; }

    /// <summary>Service message: the chat was created with this title.</summary>
    public string? Created { get; init; }

    [JsonIgnore]
    public bool Service => PinnedId is not null || Created is not null;
}

internal sealed record MessageGone(string ChatKey, int Id) : Entity;
