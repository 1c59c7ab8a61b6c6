namespace Telegram.Bot.Exceptions;

/// <summary>Keeps description, code and parameters as they came.</summary>
public class DefaultExceptionParser : IExceptionParser
{
    /// <inheritdoc />
    public ApiRequestException Parse(ApiResponse apiResponse)
    {
        ArgumentNullException.ThrowIfNull(apiResponse);

        return new ApiRequestException(apiResponse.Description!, apiResponse.ErrorCode, apiResponse.Parameters);
    }
}
