namespace Telegram.Bot;

/// <summary>One bot's way to the Bot API; its methods are <see cref="TelegramBotClientExtensions"/>.</summary>
public interface ITelegramBotClient
{
    /// <summary>True when it talks to a server of one's own.</summary>
    bool LocalBotServer { get; }

    /// <summary>The bot's user id, read from the token.</summary>
    long BotId { get; }

    /// <summary>Longest time of one call, uploads included; also the length of a long poll.</summary>
    TimeSpan Timeout { get; set; }

    /// <summary>Makes the exception of a refused call.</summary>
    IExceptionParser ExceptionsParser { get; set; }

    /// <summary>Raised before a call.</summary>
    event AsyncEventHandler<ApiRequestEventArgs>? OnMakingApiRequest;

    /// <summary>Raised when an answer came in, before it is read.</summary>
    event AsyncEventHandler<ApiResponseEventArgs>? OnApiResponseReceived;

    /// <summary>Makes one call.</summary>
    /// <returns>The <c>result</c> of the answer.</returns>
    /// <exception cref="ApiRequestException">The Bot API refused the call.</exception>
    /// <exception cref="RequestException">No usable answer: the call may have been carried out or not.</exception>
    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);

    /// <summary>Asks whether the token is valid.</summary>
    /// <returns>False when the server answers 401.</returns>
    Task<bool> TestApi(CancellationToken cancellationToken = default);

    /// <summary>Copies a file of the cloud's server to a stream as it comes in.</summary>
    /// <param name="filePath">Relative path from <c>getFile</c>.</param>
    /// <param name="destination">Written to, not closed.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="RequestException">
    /// The download failed, or the path is rooted: such a file lies on the server's own disk and is served by nobody.
    /// </exception>
    Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DownloadFile(string, Stream, CancellationToken)" />
    Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default);
}
