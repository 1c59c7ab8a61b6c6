namespace Telegram.Bot.Requests;

/// <summary>Goes back to polling.</summary>
public class DeleteWebhookRequest() : RequestBase<bool>("deleteWebhook")
{
    /// <summary>Forget what waits.</summary>
    public bool DropPendingUpdates { get; set; }
}
