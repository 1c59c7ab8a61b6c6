namespace TelegramHls.Storage.Transport;

/// <summary>Why a file of Telegram cannot be read.</summary>
public enum FileFault
{
    /// <summary>It exceeds what this server gives back: 20 MB on the cloud. A local server has no such limit.</summary>
    TooBig,

    /// <summary>The file_id went stale, belongs to another bot, or Telegram has trouble: try again, then get a new one.</summary>
    StaleId,

    /// <summary>The server named a file that is not there: ask again, it will be fetched anew.</summary>
    Gone,

    /// <summary>The bot was told to wait.</summary>
    Throttled,

    /// <summary>The bot's token is revoked or unknown.</summary>
    BotOut,

    /// <summary>No connection, no answer, or one that makes no sense: try again.</summary>
    Unreachable,
}
