namespace TelegramHls.Storage.Transport.Probing;

/// <summary>Asks Telegram about bots without changing anything. No answer repeats a token.</summary>
public interface IBotInspector
{
    /// <summary>Asks the configured server who the token belongs to.</summary>
    Task<Inquiry<BotIdentity>> IdentifyAsync(string token, CancellationToken cancellationToken);

    /// <summary>Asks the cloud: an answer means that the bot is logged in there.</summary>
    Task<Inquiry<BotIdentity>> IdentifyAtCloudAsync(string token, CancellationToken cancellationToken);

    /// <summary>Asks where Telegram delivers the bot's updates; null when they are waiting to be polled.</summary>
    /// <returns>The host alone, since the rest of the address is often a secret.</returns>
    Task<Inquiry<string?>> WebhookAsync(string token, CancellationToken cancellationToken);

    /// <summary>Asks what the bot is and may do in a chat, a number or <c>@name</c>.</summary>
    Task<Inquiry<ChatStanding>> StandAsync(string token, string chat, CancellationToken cancellationToken);

    /// <summary>
    /// Finds out whether the server runs with <c>--local</c>: only then it looks for a file that a send names by its path.
    /// The path names nothing, so nothing is sent in either case.
    /// </summary>
    Task<Inquiry<bool>> IsLocalAsync(string token, string chat, CancellationToken cancellationToken);

    /// <summary>Opens a file of the chat, its pinned document or its picture, as films are opened.</summary>
    Task<Inquiry<FileReach>> ReachFilesAsync(string token, string chat, CancellationToken cancellationToken);
}
