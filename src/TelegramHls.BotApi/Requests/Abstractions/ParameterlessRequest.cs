namespace Telegram.Bot.Requests;

/// <summary>A call without parameters.</summary>
/// <param name="methodName">Name of the method.</param>
public abstract class ParameterlessRequest<TResult>(string methodName) : RequestBase<TResult>(methodName)
{
    /// <inheritdoc />
    public override HttpContent? ToHttpContent() => null;
}
