namespace Telegram.Bot.Types;

/// <summary>The envelope of an answer that carries a result.</summary>
public class ApiResponse<TResult> : ApiResponse
{
    /// <summary>The result when <see cref="ApiResponse.Ok"/>.</summary>
    public TResult? Result { get; init; }
}
