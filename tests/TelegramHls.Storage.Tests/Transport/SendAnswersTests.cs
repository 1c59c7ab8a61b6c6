using System.Net;
using Telegram.Bot.Exceptions;
using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Tests.Transport;

/// <summary>The expectations are the rows of BOT_API §1.1, written down by hand.</summary>
public sealed class SendAnswersTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(401, "Unauthorized", RejectionFault.Bot)]
    [InlineData(401, "Unauthorized: invalid token specified", RejectionFault.Bot)]
    [InlineData(421, "Misdirected Request: unallowed token specified", RejectionFault.Bot)]
    [InlineData(401, "Unauthorized: invalid api-id/api-hash", RejectionFault.Bot)]
    [InlineData(404, "Not Found", RejectionFault.Bot)]
    [InlineData(404, "Not Found: method not found", RejectionFault.Request)]
    [InlineData(400, "Logged out", RejectionFault.Bot)]
    [InlineData(400, "Bad Request: the bot has already been closed", RejectionFault.Bot)]
    [InlineData(400, "Bad Request: chat not found", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: chat_id is empty", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: group chat was upgraded to a supergroup chat", RejectionFault.Chat)]
    [InlineData(403, "Forbidden: bot was kicked from the channel chat", RejectionFault.Chat)]
    [InlineData(403, "Forbidden: bot is not a member of the channel chat", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: need administrator rights in the channel chat", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: have no write access to the chat", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: not enough rights to send documents to the chat", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: CHAT_ADMIN_REQUIRED", RejectionFault.Chat)]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", RejectionFault.Chat)]
    [InlineData(403, "Forbidden: bot was blocked by the user", RejectionFault.Chat)]
    [InlineData(403, "Forbidden: user is deactivated", RejectionFault.Chat)]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", RejectionFault.Chat)]
    [InlineData(403, "Forbidden: the bot can't send messages to the bot", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: CHAT_WRITE_FORBIDDEN", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: CHAT_SEND_DOCS_FORBIDDEN", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: CHAT_RESTRICTED", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: USER_BANNED_IN_CHANNEL", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: CHANNEL_INVALID", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: member list is inaccessible", RejectionFault.Chat)]
    [InlineData(400, "Bad Request: not enough rights to manage pinned messages in the chat", RejectionFault.Request)]
    [InlineData(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", RejectionFault.Request)]
    [InlineData(400, "Bad Request: message to forward not found", RejectionFault.Request)]
    [InlineData(400, "Bad Request: message can't be deleted", RejectionFault.Request)]
    [InlineData(400, "Bad Request: message has protected content and can't be forwarded", RejectionFault.Request)]
    [InlineData(400, "Bad Request: there is no document in the request", RejectionFault.Request)]
    [InlineData(400, "Bad Request: can't find real file path", RejectionFault.Request)]
    [InlineData(400, "Bad Request: file size has changed", RejectionFault.Request)]
    [InlineData(400, "Bad Request: invalid file_id", RejectionFault.Request)]
    [InlineData(400, "Bad Request: message caption is too long", RejectionFault.Request)]
    [InlineData(413, "Request Entity Too Large", RejectionFault.Request)]
    [InlineData(400, "Bad Request: file must be non-empty", RejectionFault.Request)]
    [InlineData(400, "Bad Request: FILE_PARTS_INVALID", RejectionFault.Request)]
    [InlineData(400, "Bad Request: wrong file identifier/HTTP URL specified", RejectionFault.Request)]
    public void ToOutcome_OfARefusal_NamesWhoIsAtFault(int code, string description, RejectionFault fault)
    {
        StoreOutcome outcome = SendAnswers.ToOutcome(new ApiRequestException(description, code), Now);

        outcome.ShouldBe(new StoreOutcome.Rejected(description, fault));
    }

    [Theory]
    [InlineData(413, RejectionFault.Request)]
    [InlineData(431, RejectionFault.Request)]
    [InlineData(415, RejectionFault.Request)]
    [InlineData(400, RejectionFault.Request)]
    [InlineData(501, RejectionFault.Request)]
    [InlineData(505, RejectionFault.Request)]
    [InlineData(401, RejectionFault.Bot)]
    public void ToOutcome_OfARefusalWithoutABody_NamesWhoIsAtFault(int status, RejectionFault fault)
    {
        StoreOutcome outcome = SendAnswers.ToOutcome(new RequestException("empty", (HttpStatusCode)status), Now);

        outcome.ShouldBeOfType<StoreOutcome.Rejected>().Fault.ShouldBe(fault);
    }

    [Theory]
    [InlineData(17, 17)]
    [InlineData(null, 5)]
    public void ToOutcome_OfA429_SaysUntilWhen(int? retryAfter, int seconds)
    {
        var parameters = new Telegram.Bot.Types.ResponseParameters { RetryAfter = retryAfter };

        StoreOutcome outcome = SendAnswers.ToOutcome(
            new ApiRequestException("Too Many Requests: retry after", 429, parameters), Now);

        outcome.ShouldBe(new StoreOutcome.Throttled(Now.AddSeconds(seconds)));
    }

    [Fact]
    public void ToOutcome_OfAnAnswerThatMayHideAMessage_IsUnknown()
    {
        RequestException[] faults =
        [
            new ApiRequestException("Internal Server Error: restart", 500),
            new ApiRequestException("Bad Gateway", 502),
            new RequestException("html", HttpStatusCode.BadGateway),
            new RequestException("html", HttpStatusCode.GatewayTimeout),
            new RequestException("empty", HttpStatusCode.InternalServerError),
            new RequestException("not an answer", HttpStatusCode.OK),
            new RequestException("Bot API Request timed out", new TaskCanceledException()),
            new RequestException("reset", new HttpRequestException(HttpRequestError.ResponseEnded)),
            new RequestException("reset", new HttpRequestException("reset", new IOException())),
        ];

        faults.ShouldAllBe(fault => SendAnswers.ToOutcome(fault, Now) is StoreOutcome.Unknown);
    }

    [Fact]
    public void ToOutcome_WhenNoConnectionCouldBeMade_SaysThatNothingWasSent()
    {
        var refused = new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");

        StoreOutcome outcome = SendAnswers.ToOutcome(new RequestException("refused", refused), Now);

        outcome.ShouldBeOfType<StoreOutcome.Rejected>().Fault.ShouldBe(RejectionFault.Server);
    }
}
