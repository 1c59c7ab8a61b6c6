namespace TelegramHls.Storage.Pool.Status;

/// <summary>What a bot of the pool can do at present.</summary>
public enum BotState
{
    /// <summary>It takes parts.</summary>
    Ready,

    /// <summary>Telegram told it to wait.</summary>
    Throttled,

    /// <summary>Its answers failed to come several times; it rests for some seconds.</summary>
    Resting,

    /// <summary>Its token or its rights in the chat are gone; a probe looks from time to time whether that changed.</summary>
    Out,
}
