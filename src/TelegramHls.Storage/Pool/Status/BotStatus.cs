namespace TelegramHls.Storage.Pool.Status;

/// <summary>How one bot of the pool fares.</summary>
/// <param name="BotId">Its user id.</param>
/// <param name="Chat">The channel that it stores in, as configured.</param>
/// <param name="State">What it can do at present.</param>
/// <param name="Since">Since when.</param>
/// <param name="LastError">Telegram's words, or what went wrong on the way; null when nothing ever did.</param>
/// <param name="InFlight">Sends on their way.</param>
/// <param name="BytesInFlight">Their bytes.</param>
/// <param name="Calls">Sends that ended, well or not.</param>
/// <param name="Failures">Those of them that were refused or never answered; being told to wait is none.</param>
/// <param name="Bytes">Bytes stored.</param>
/// <param name="Throttles">How often it was told to wait.</param>
/// <param name="Waited">For how long in all.</param>
/// <param name="Latency">What a send takes, the latest ones counting most; null before the first.</param>
public sealed record BotStatus(
    long BotId,
    string Chat,
    BotState State,
    DateTimeOffset Since,
    string? LastError,
    int InFlight,
    long BytesInFlight,
    long Calls,
    long Failures,
    long Bytes,
    long Throttles,
    TimeSpan Waited,
    TimeSpan? Latency);
