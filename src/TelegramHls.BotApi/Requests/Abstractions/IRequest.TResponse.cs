namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A call of the Bot API whose result is a <typeparamref name="TResponse"/>.</summary>
public interface IRequest<TResponse> : IRequest;
