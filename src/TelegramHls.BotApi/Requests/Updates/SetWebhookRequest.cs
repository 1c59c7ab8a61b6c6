namespace Telegram.Bot.Requests;

/// <summary>Has updates delivered to an address.</summary>
public class SetWebhookRequest() : FileRequestBase<bool>("setWebhook")
{
    /// <summary>Address; empty goes back to polling.</summary>
    public required string Url { get; set; }

    /// <summary>Public key of the server.</summary>
    public InputFileStream? Certificate { get; set; }

    /// <summary>Fixed address of the server.</summary>
    public string? IpAddress { get; set; }

    /// <summary>Most connections at once.</summary>
    public int? MaxConnections { get; set; }

    /// <summary>Kinds to return; empty: the usual ones; null: as before.</summary>
    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }

    /// <summary>Forget what waits.</summary>
    public bool DropPendingUpdates { get; set; }

    /// <summary>Sent along in a header, at most 256 of A-Z a-z 0-9 _ -.</summary>
    public string? SecretToken { get; set; }
}
