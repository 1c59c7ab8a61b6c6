namespace Telegram.Bot.Types.Enums;

/// <summary>How a file is given.</summary>
public enum FileType
{
    /// <summary>By its bytes.</summary>
    Stream,

    /// <summary>By its id.</summary>
    Id,

    /// <summary>By its address.</summary>
    Url,
}
