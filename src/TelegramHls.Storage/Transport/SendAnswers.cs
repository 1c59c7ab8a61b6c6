using Telegram.Bot.Exceptions;
using TelegramHls.Core.Outcomes;

namespace TelegramHls.Storage.Transport;

/// <summary>The one place where the Bot API's errors become outcomes: the table of BOT_API §1.1 as far as sends meet it.</summary>
internal static class SendAnswers
{
    // Nobody says how long to wait: short enough not to idle, long enough not to knock.
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);

    private static readonly string[] BotWords = ["logged out", "bot has already been closed"];

    private static readonly string[] ChatWords =
    [
        "chat not found",
        "chat_id is empty",
        "need administrator rights",
        "have no write access",
        "have no rights to send",
        "not enough rights to send",
        "member list is inaccessible",
        "group chat was upgraded",
        "chat_admin_required",
        "chat_write_forbidden",
        "chat_restricted",
        "chat_forbidden",
        "chat_send_",
        "user_banned_in_channel",
        "channel_private",
        "channel_invalid",
        "peer_id_invalid",
    ];

    /// <summary>What became of a send that ended with this exception.</summary>
    public static StoreOutcome ToOutcome(RequestException exception, DateTimeOffset now)
    {
        var refusal = exception as ApiRequestException;
        int code = refusal?.ErrorCode ?? (int?)exception.HttpStatusCode ?? 0;
        string words = exception.Message;
        return code switch
        {
            404 when words.Contains("method not found", StringComparison.OrdinalIgnoreCase) =>
                Refused(words, RejectionFault.Request),
            401 or 404 or 421 => Refused(words, RejectionFault.Bot),
            403 => Refused(words, RejectionFault.Chat),
            429 => new StoreOutcome.Throttled(now + Wait(refusal)),
            400 when Speaks(words, BotWords) => Refused(words, RejectionFault.Bot),
            400 when Speaks(words, ChatWords) => Refused(words, RejectionFault.Chat),
            >= 400 and < 500 or 501 or 505 => Refused(words, RejectionFault.Request),
            0 when NeverConnected(exception) => Refused(words, RejectionFault.Server),
            _ => new StoreOutcome.Unknown(words),
        };
    }

    /// <summary>How long a 429 asks to wait.</summary>
    public static TimeSpan Wait(ApiRequestException? refusal) =>
        refusal?.Parameters?.RetryAfter is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : DefaultWait;

    private static StoreOutcome.Rejected Refused(string words, RejectionFault fault) => new(words, fault);

    private static bool Speaks(string words, string[] known) =>
        known.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool NeverConnected(RequestException exception) =>
        exception.InnerException is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        };
}
