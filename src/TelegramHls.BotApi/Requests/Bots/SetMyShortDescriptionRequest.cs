namespace Telegram.Bot.Requests;

/// <summary>Sets what the bot's profile shows.</summary>
public class SetMyShortDescriptionRequest() : RequestBase<bool>("setMyShortDescription")
{
    /// <summary>At most 120 characters.</summary>
    public string? ShortDescription { get; set; }

    /// <summary>Two letters; null: all others.</summary>
    public string? LanguageCode { get; set; }
}
