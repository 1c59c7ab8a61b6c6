using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Storage.Transport;

/// <summary>Opens bots on the configured server, all over one set of connections.</summary>
public sealed class BotConnections : IDisposable
{
    private readonly ConcurrentDictionary<string, BotConnection> _connections = new(StringComparer.Ordinal);
    private readonly IOptions<TelegramOptions> _options;
    private readonly HttpClient _http;

    /// <summary>Opens connections as <paramref name="options"/> say.</summary>
    public BotConnections(IOptions<TelegramOptions> options)
    {
        _options = options;

        // The server closes a connection 500 s after its last answer, also in the middle of a request (BOT_API §1), so
        // idle ones are dropped early. Each call brings its own limit of time: an upload may take minutes.
        var handler = new SocketsHttpHandler
        {
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            UseCookies = false,
            AllowAutoRedirect = false,

            // A trace header would be the only thing that leaves this program beside the call itself.
            ActivityHeadersPropagator = null,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.ExpectContinue = false;
    }

    /// <summary>The bot of that token; the same connection for the same token.</summary>
    /// <exception cref="ArgumentException">The token is malformed; the message does not repeat it.</exception>
    public BotConnection Open(string token) => _connections.GetOrAdd(token, Create);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private BotConnection Create(string token)
    {
        string url = _options.Value.ApiUrl.TrimEnd('/');
        string? baseUrl = string.Equals(url, TelegramOptions.CloudUrl, StringComparison.OrdinalIgnoreCase) ? null : url;
        return new BotConnection(new TelegramBotClientOptions(token, baseUrl) { RetryThreshold = 0 }, _http);
    }
}
