namespace TelegramHls.Storage.Pool;

/// <summary>Telegram refused a part for what it is: sending it again would not help.</summary>
public sealed class PartRefusedException : Exception
{
    /// <summary>Says what Telegram answered.</summary>
    public PartRefusedException(string message)
        : base(message)
    {
    }
}
