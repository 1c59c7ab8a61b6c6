namespace TelegramHls.Storage.Transport;

/// <summary>A file of Telegram cannot be read. Neither token nor path appear in it.</summary>
public sealed class FileSourceException : IOException
{
    /// <summary>Says why.</summary>
    public FileSourceException(FileFault fault, string message, TimeSpan? retryAfter = null)
        : base(message)
    {
        Fault = fault;
        RetryAfter = retryAfter;
    }

    /// <summary>The kind of reason.</summary>
    public FileFault Fault { get; }

    /// <summary>How long Telegram asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; }
}
