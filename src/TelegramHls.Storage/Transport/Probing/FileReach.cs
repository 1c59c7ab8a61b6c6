namespace TelegramHls.Storage.Transport.Probing;

/// <summary>How the files of the Bot API server were read.</summary>
public enum FileReach
{
    /// <summary>No file is known that could be tried.</summary>
    NothingToTry,

    /// <summary>In place, on a disk that this machine shares with the server.</summary>
    OnDisk,

    /// <summary>Over HTTP.</summary>
    OverHttp,
}
