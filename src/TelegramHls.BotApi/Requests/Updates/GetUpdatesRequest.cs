namespace Telegram.Bot.Requests;

/// <summary>Gets updates, and confirms those before the offset.</summary>
public class GetUpdatesRequest() : RequestBase<Update[]>("getUpdates")
{
    /// <summary>First update to return; confirms all before it.</summary>
    public int? Offset { get; set; }

    /// <summary>1 to 100.</summary>
    public int? Limit { get; set; }

    /// <summary>Seconds to wait for an update, at most 50.</summary>
    public int? Timeout { get; set; }

    /// <summary>Kinds to return; empty: the usual ones; null: as before.</summary>
    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }
}
