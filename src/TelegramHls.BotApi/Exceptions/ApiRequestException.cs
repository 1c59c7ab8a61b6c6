namespace Telegram.Bot.Exceptions;

/// <summary>The Bot API refused a call; <see cref="Exception.Message"/> is its <c>description</c>.</summary>
public class ApiRequestException : RequestException
{
    /// <summary>The answer's <c>error_code</c>: 400, 401, 403, 404, 409, 413, 421, 429, 500 …</summary>
    public virtual int ErrorCode { get; }

    /// <summary>What helps: how long to wait, or which chat to use instead.</summary>
    public ResponseParameters? Parameters { get; }

    /// <summary>A refusal without a code.</summary>
    public ApiRequestException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal with its code.</summary>
    public ApiRequestException(string message, int errorCode)
        : base(message) => ErrorCode = errorCode;

    /// <summary>A refusal without a code, with its cause.</summary>
    public ApiRequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A refusal with code and cause.</summary>
    public ApiRequestException(string message, int errorCode, Exception innerException)
        : base(message, innerException) => ErrorCode = errorCode;

    /// <summary>A refusal with code and parameters.</summary>
    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters)
        : base(message)
    {
        ErrorCode = errorCode;
        Parameters = parameters;
    }

    /// <summary>A refusal with code, parameters and cause.</summary>
    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters, Exception innerException)
        : base(message, innerException)
    {
        ErrorCode = errorCode;
        Parameters = parameters;
    }
}
