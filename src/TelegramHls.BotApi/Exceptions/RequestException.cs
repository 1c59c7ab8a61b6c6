using System.Net;

namespace Telegram.Bot.Exceptions;

/// <summary>
/// A call that got no usable answer: time-out, network fault, an empty or foreign body. Whether the server carried the
/// call out is unknown, unless <see cref="ApiRequestException"/> says what it refused. The token appears nowhere in it.
/// </summary>
public class RequestException : Exception
{
    /// <summary>HTTP status of the answer; null when none came in.</summary>
    public HttpStatusCode? HttpStatusCode { get; }

    /// <summary>A fault without an answer.</summary>
    public RequestException(string message)
        : base(message)
    {
    }

    /// <summary>A fault without an answer, caused by another one.</summary>
    public RequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An answer of that status which cannot be used.</summary>
    public RequestException(string message, HttpStatusCode httpStatusCode)
        : base(message) => HttpStatusCode = httpStatusCode;

    /// <summary>An answer of that status which cannot be used, with the cause.</summary>
    public RequestException(string message, HttpStatusCode httpStatusCode, Exception? innerException)
        : base(message, innerException) => HttpStatusCode = httpStatusCode;
}
