using System.Globalization;

namespace Telegram.Bot;

/// <summary>Which bot to be and which server to talk to.</summary>
public class TelegramBotClientOptions
{
    private const string CloudUrl = "https://api.telegram.org";

    /// <summary>Options of one bot.</summary>
    /// <param name="token">The bot's token, <c>id:secret</c>.</param>
    /// <param name="baseUrl">A server of one's own, <c>http://localhost:8081</c>; null is Telegram's cloud.</param>
    /// <param name="useTestEnvironment">Talk to Telegram's test data centres.</param>
    /// <exception cref="ArgumentException">Token or address are malformed; the message repeats neither.</exception>
    public TelegramBotClientOptions(string token, string? baseUrl = default, bool useTestEnvironment = false)
    {
        ArgumentNullException.ThrowIfNull(token);
        Token = token;
        BaseUrl = baseUrl;
        UseTestEnvironment = useTestEnvironment;
        BotId = IdOf(token);
        string root = baseUrl is null ? CloudUrl : RootOf(baseUrl);
        string environment = useTestEnvironment ? "/test" : "";
        BaseRequestUrl = $"{root}/bot{token}{environment}";
        BaseFileUrl = $"{root}/file/bot{token}{environment}";
    }

    /// <summary>The bot's token: a secret.</summary>
    public string Token { get; }

    /// <summary>The address that was given; null for the cloud.</summary>
    public string? BaseUrl { get; }

    /// <summary>True for Telegram's test data centres.</summary>
    public bool UseTestEnvironment { get; }

    /// <summary>The bot's user id, read from the token.</summary>
    public long BotId { get; }

    /// <summary>True when an address was given.</summary>
    public bool LocalBotServer => BaseUrl is not null;

    /// <summary>Prefix of downloads; holds the token.</summary>
    public string BaseFileUrl { get; }

    /// <summary>Prefix of calls; holds the token.</summary>
    public string BaseRequestUrl { get; }

    /// <summary>Longest <c>retry_after</c>, in seconds, that the client waits; 0: it never repeats a call.</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>How often a call is made at most when the answer is 429; 1: it never repeats a call.</summary>
    public int RetryCount { get; set; } = 3;

    private static long IdOf(string token)
    {
        int colon = token.IndexOf(':', StringComparison.Ordinal);
        bool wellFormed = colon is >= 1 and <= 16
            && colon < token.Length - 1
            && !token.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '?' or '#' or '\\');

        long id = 0;
        wellFormed = wellFormed
            && long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out id);
        return wellFormed ? id : throw new ArgumentException("Bot token invalid", nameof(token));
    }

    private static string RootOf(string baseUrl)
    {
        return Uri.TryCreate(baseUrl, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? $"{address.Scheme}://{address.Authority}"
            : throw new ArgumentException(
                "Invalid format. A valid base URL should look like \"http://localhost:8081\"", nameof(baseUrl));
    }
}
