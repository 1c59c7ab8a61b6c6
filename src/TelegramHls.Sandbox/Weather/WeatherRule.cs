namespace TelegramHls.Sandbox.Weather;

/// <summary>What a hook asked to happen: to which bot and method (null: all), how often (null: until cleared), what.</summary>
internal sealed class WeatherRule
{
    public string Id { get; init; } = string.Empty;

    public long? Bot { get; init; }

    /// <summary>A method name in any case; <c>file</c> stands for downloads by file URL.</summary>
    public string? Method { get; init; }

    public int? Count { get; set; }

    public Effect Effect { get; init; }

    /// <summary>flood: seconds.</summary>
    public int RetryAfter { get; init; } = 1;

    /// <summary>delay: milliseconds.</summary>
    public int Milliseconds { get; init; }

    /// <summary>fail: status, and body (HTML); without body the JSON of an API error.</summary>
    public int Status { get; init; } = 502;

    public string? Body { get; init; }

    /// <summary>fail: description of the JSON error.</summary>
    public string? Description { get; init; }

    /// <summary>cut, corrupt: this many bytes of the answer go out before.</summary>
    public long AfterBytes { get; init; }

    /// <summary>slow: bytes a second of the bot's transfers together; 0 leaves that way alone.</summary>
    public long Up { get; init; }

    public long Down { get; init; }

    /// <summary>slow: one line for all bots together instead of one for each.</summary>
    public bool Shared { get; init; }

    public bool Fits(long bot, string method) =>
        (Bot is null || Bot == bot) && (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase));
}
