namespace Telegram.Bot.Requests;

/// <summary>Sets the bot's name.</summary>
public class SetMyNameRequest() : RequestBase<bool>("setMyName")
{
    /// <summary>At most 64 characters.</summary>
    public string? Name { get; set; }

    /// <summary>Two letters; null: all others.</summary>
    public string? LanguageCode { get; set; }
}
