namespace Telegram.Bot.Args;

/// <summary>A request about to be made. The address of the HTTP message holds the token: never log it.</summary>
public class ApiRequestEventArgs(IRequest request, HttpRequestMessage? httpRequestMessage = default) : EventArgs
{
    /// <summary>The Bot API request.</summary>
    public IRequest Request { get; } = request;

    /// <summary>The HTTP message that carries it.</summary>
    public HttpRequestMessage? HttpRequestMessage { get; } = httpRequestMessage;
}
