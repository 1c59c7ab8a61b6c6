namespace TelegramHls.Sandbox.Http;

/// <summary>A call that the Bot API refuses: the status code and the text after its name.</summary>
#pragma warning disable CA1032 // Never made without a code.
internal sealed class ApiFaultException(int code, string text) : Exception
#pragma warning restore CA1032
{
    public override string Message => Description;

    public int Code => code;

    /// <summary>Seconds to wait, with 429.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The server's reader refuses with the status alone and closes the connection.</summary>
    public bool EmptyBody { get; init; }

    public string Description => text.Length == 0 ? StatusName : Bare ? text : $"{StatusName}: {text}";

    /// <summary>The description is the text without the name of the status.</summary>
    public bool Bare { get; init; }

    private string StatusName => code switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        413 => "Request Entity Too Large",
        421 => "Misdirected Request",
        429 => "Too Many Requests",
        _ => "Internal Server Error",
    };

    public static ApiFaultException BadRequest(string text) => new(400, text);

    public static ApiFaultException Forbidden(string text) => new(403, text);

    public static ApiFaultException TooMany(int seconds) => new(429, $"retry after {seconds}") { RetryAfter = seconds };

    public static ApiFaultException Reader(int status) => new(status, string.Empty) { EmptyBody = true };
}
