using System.Net;
using Telegram.Bot.Http;

namespace Telegram.Bot;

/// <summary>One bot's way to the Bot API over HTTP/1.1. Safe for use by many threads at once.</summary>
public partial class TelegramBotClient : ITelegramBotClient
{
    private readonly TelegramBotClientOptions _options;
    private readonly HttpClient _httpClient;
    private readonly ApiExchange _exchange;

    /// <summary>A client of the given options.</summary>
    /// <param name="options">Which bot, which server, how often to repeat.</param>
    /// <param name="httpClient">
    /// The HTTP client to use, never closed by this class. Its <see cref="HttpClient.Timeout"/> limits every call.
    /// Without one the limit is .NET's 100 seconds: enough for polling (the server ends a poll after 50), too little
    /// for big uploads and for <c>getFile</c> on a local server. For those pass a client with
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> and a pooled idle lifetime of at most 100 seconds, and
    /// limit each call by its token; poll with another client, of a finite time-out above 50 seconds.
    /// </param>
    /// <param name="cancellationToken">Ends all calls.</param>
    public TelegramBotClient(
        TelegramBotClientOptions options,
        HttpClient? httpClient = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _httpClient = httpClient ?? new HttpClient(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(3),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
        });
        _exchange = new ApiExchange(_httpClient, new TokenRedactor(options.Token));
        GlobalCancelToken = cancellationToken;
    }

    /// <summary>A client of Telegram's cloud with default options.</summary>
    /// <inheritdoc cref="TelegramBotClient(TelegramBotClientOptions, HttpClient?, CancellationToken)" />
    public TelegramBotClient(
        string token, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
        : this(new TelegramBotClientOptions(token), httpClient, cancellationToken)
    {
    }

    /// <summary>The bot's token: a secret.</summary>
    public string Token => _options.Token;

    /// <inheritdoc />
    public long BotId => _options.BotId;

    /// <inheritdoc />
    public bool LocalBotServer => _options.LocalBotServer;

    /// <summary>Time-out of the HTTP client. It cannot be set after the first call.</summary>
    public TimeSpan Timeout
    {
        get => _httpClient.Timeout;
        set => _httpClient.Timeout = value;
    }

    /// <summary>Ends all calls of this client.</summary>
    public CancellationToken GlobalCancelToken { get; }

    /// <inheritdoc />
    public IExceptionParser ExceptionsParser { get; set; } = new DefaultExceptionParser();

    /// <inheritdoc />
    public event AsyncEventHandler<ApiRequestEventArgs>? OnMakingApiRequest;

    /// <inheritdoc />
    public event AsyncEventHandler<ApiResponseEventArgs>? OnApiResponseReceived;

    /// <inheritdoc />
    public virtual async Task<TResponse> SendRequest<TResponse>(
        IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken);
        using HttpContent? body = request.ToHttpContent();
        for (int attempt = 1; ; attempt++)
        {
            ApiResponse<TResponse> answer = await Attempt(request, body, both.Token);
            if (answer.Ok)
                return answer.Result!;
            if (!MayRepeat(answer, attempt, body))
                throw ExceptionsParser.Parse(answer);
            TimeSpan pause = TimeSpan.FromSeconds(answer.Parameters!.RetryAfter!.Value);
            await Task.Delay(pause, TimeProvider.System, both.Token);
        }
    }

    /// <inheritdoc />
    public async Task<bool> TestApi(CancellationToken cancellationToken = default)
    {
        try
        {
            await SendRequest(new GetMeRequest(), cancellationToken);
            return true;
        }
        catch (ApiRequestException refusal) when (refusal.ErrorCode == 401)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DownloadFile(file.FilePath!, destination, cancellationToken);
    }

    /// <inheritdoc />
    public async Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(filePath))
            throw new ArgumentException("Invalid file path", nameof(filePath));
        ArgumentNullException.ThrowIfNull(destination);
        if (FileAddress.IsRooted(filePath))
        {
            throw new RequestException(
                "The Bot API server keeps this file on its own disk (rooted file_path): open it there");
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken);
        using var message = new HttpRequestMessage(HttpMethod.Get, FileAddress.Of(_options.BaseFileUrl, filePath));
        ApiResponse? refusal = await _exchange.Download(message, destination, both.Token);
        if (refusal is not null)
            throw ExceptionsParser.Parse(refusal);
    }

    private async Task<ApiResponse<TResponse>> Attempt<TResponse>(
        IRequest<TResponse> request, HttpContent? body, CancellationToken cancellationToken)
    {
        // Not disposed: that would dispose the body, which another attempt may need.
        var message = new HttpRequestMessage(request.HttpMethod, $"{_options.BaseRequestUrl}/{request.MethodName}")
        {
            Content = body,
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.ExpectContinue = false;
        var asked = new ApiRequestEventArgs(request, message);
        if (OnMakingApiRequest is { } making)
            await making(this, asked, cancellationToken);
        using HttpResponseMessage response = await _exchange.Send(message, cancellationToken);
        if (OnApiResponseReceived is { } received)
            await received(this, new ApiResponseEventArgs(response, asked), cancellationToken);

        return await _exchange.Read<TResponse>(response, cancellationToken);
    }

    private bool MayRepeat(ApiResponse answer, int attempt, HttpContent? body)
    {
        return answer.ErrorCode == (int)HttpStatusCode.TooManyRequests
            && _options.RetryThreshold > 0
            && attempt < _options.RetryCount
            && answer.Parameters?.RetryAfter <= _options.RetryThreshold
            && body is not UploadBody { CanRepeat: false };
    }
}
