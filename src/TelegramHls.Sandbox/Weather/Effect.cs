using System.Text.Json.Serialization;

namespace TelegramHls.Sandbox.Weather;

[JsonConverter(typeof(JsonStringEnumConverter<Effect>))]
internal enum Effect
{
    /// <summary>429 with retry_after.</summary>
    Flood,

    Delay,

    /// <summary>The connection ends after the request was read, nothing was done.</summary>
    DropBefore,

    /// <summary>The call was done, the connection ends instead of an answer.</summary>
    DropAfter,

    Fail,

    /// <summary>Downloads end early.</summary>
    Cut,

    /// <summary>One byte of a download is wrong.</summary>
    Corrupt,

    Slow,

    /// <summary>File URLs ignore Range and answer 200 with everything.</summary>
    NoRange,

    /// <summary>Uploads of exactly equal size are spaced, as the real server does outside local mode.</summary>
    Spacing,
}
