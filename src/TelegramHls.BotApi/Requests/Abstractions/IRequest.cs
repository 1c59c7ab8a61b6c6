namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A call of the Bot API.</summary>
public interface IRequest
{
    /// <summary>HTTP verb.</summary>
    HttpMethod HttpMethod { get; }

    /// <summary>Name of the method, such as <c>sendDocument</c>.</summary>
    string MethodName { get; }

    /// <summary>The body; null when there are no parameters.</summary>
    HttpContent? ToHttpContent();
}
