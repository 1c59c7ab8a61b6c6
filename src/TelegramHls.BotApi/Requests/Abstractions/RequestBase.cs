namespace Telegram.Bot.Requests;

/// <summary>A call whose public properties are its parameters, sent as JSON.</summary>
/// <param name="methodName">Name of the method.</param>
public abstract class RequestBase<TResponse>(string methodName) : IRequest<TResponse>
{
    /// <inheritdoc />
    [JsonIgnore]
    public HttpMethod HttpMethod { get; set; } = HttpMethod.Post;

    /// <inheritdoc />
    [JsonIgnore]
    public string MethodName { get; } = methodName;

    /// <inheritdoc />
    public virtual HttpContent? ToHttpContent() =>
        Http.JsonBody.From(JsonSerializer.SerializeToUtf8Bytes(this, GetType(), JsonBotAPI.Options));
}
