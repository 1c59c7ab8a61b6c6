using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Transport.Faults;

namespace TelegramHls.Storage.Transport;

/// <summary>Opens bots on the configured server, all over one set of connections.</summary>
public sealed class BotConnections : IDisposable
{
    // Above the 50 s of a long poll: a server that vanished must not be waited for for ever.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, BotConnection> _connections = new(StringComparer.Ordinal);
    private readonly IOptions<TelegramOptions> _options;
    private readonly HttpMessageHandler _handler;
    private readonly HttpClient _http;
    private readonly HttpClient _quick;

    /// <summary>Opens connections as <paramref name="options"/> say; <paramref name="faults"/> are for tests.</summary>
    public BotConnections(IOptions<TelegramOptions> options, ITransportFaults? faults = null)
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
        _handler = faults is null ? handler : new FaultHandler(faults, handler);
        _http = NewClient(Timeout.InfiniteTimeSpan);
        _quick = NewClient(Quick);
    }

    /// <summary>The bot of that token; the same connection for the same token.</summary>
    /// <exception cref="ArgumentException">The token is malformed; the message does not repeat it.</exception>
    public BotConnection Open(string token) => _connections.GetOrAdd(token, Create);

    /// <summary>The same bot at another server, whatever is configured.</summary>
    internal BotConnection OpenAt(string token, string url) => Create(token, url);

    /// <inheritdoc />
    public void Dispose()
    {
        _http.Dispose();
        _quick.Dispose();
        _handler.Dispose();
    }

    private HttpClient NewClient(TimeSpan timeout)
    {
        var client = new HttpClient(_handler, disposeHandler: false) { Timeout = timeout };
        client.DefaultRequestHeaders.ExpectContinue = false;
        return client;
    }

    private BotConnection Create(string token) => Create(token, _options.Value.ApiUrl);

    private BotConnection Create(string token, string address)
    {
        string url = address.TrimEnd('/');
        string? baseUrl = string.Equals(url, TelegramOptions.CloudUrl, StringComparison.OrdinalIgnoreCase) ? null : url;
        return new BotConnection(new TelegramBotClientOptions(token, baseUrl) { RetryThreshold = 0 }, _http, _quick);
    }
}
