namespace Telegram.Bot.Args;

/// <summary>An answer that came in, before it is read.</summary>
public class ApiResponseEventArgs(HttpResponseMessage responseMessage, ApiRequestEventArgs apiRequestEventArgs)
    : EventArgs
{
    /// <summary>The HTTP answer.</summary>
    public HttpResponseMessage ResponseMessage { get; } = responseMessage;

    /// <summary>The request that it answers.</summary>
    public ApiRequestEventArgs ApiRequestEventArgs { get; } = apiRequestEventArgs;
}
