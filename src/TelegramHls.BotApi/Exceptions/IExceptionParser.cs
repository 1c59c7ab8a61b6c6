namespace Telegram.Bot.Exceptions;

/// <summary>Turns a refusal of the Bot API into an exception.</summary>
public interface IExceptionParser
{
    /// <summary>Makes the exception that the caller will see.</summary>
    ApiRequestException Parse(ApiResponse apiResponse);
}
