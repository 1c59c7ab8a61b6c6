namespace Telegram.Bot.Exceptions;

/// <summary>The envelope of every answer.</summary>
public class ApiResponse
{
    /// <summary>True when the call was carried out.</summary>
    public bool Ok { get; init; }

    /// <summary>Text of a refusal, or a remark.</summary>
    public string? Description { get; init; }

    /// <summary>Code of a refusal, equal to the HTTP status; else 0.</summary>
    public int ErrorCode { get; init; }

    /// <summary>What helps after a refusal.</summary>
    public ResponseParameters? Parameters { get; init; }
}
