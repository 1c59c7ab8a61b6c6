namespace Telegram.Bot.Types;

/// <summary>State of the webhook.</summary>
public class WebhookInfo
{
    /// <summary>Address; empty when updates are polled.</summary>
    public string Url { get; set; } = default!;

    /// <summary>A certificate of one's own is used.</summary>
    public bool HasCustomCertificate { get; set; }

    /// <summary>Updates that wait.</summary>
    public int PendingUpdateCount { get; set; }

    /// <summary>Address in use.</summary>
    public string? IpAddress { get; set; }

    /// <summary>Last fault of delivery, UTC.</summary>
    public DateTime? LastErrorDate { get; set; }

    /// <summary>Its text.</summary>
    public string? LastErrorMessage { get; set; }

    /// <summary>Last fault of synchronisation, UTC.</summary>
    public DateTime? LastSynchronizationErrorDate { get; set; }

    /// <summary>Most connections at once.</summary>
    public int? MaxConnections { get; set; }

    /// <summary>Kinds that are delivered.</summary>
    public UpdateType[]? AllowedUpdates { get; set; }
}
