namespace Telegram.Bot.Requests;

/// <summary>Sets what an empty chat shows.</summary>
public class SetMyDescriptionRequest() : RequestBase<bool>("setMyDescription")
{
    /// <summary>At most 512 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Two letters; null: all others.</summary>
    public string? LanguageCode { get; set; }
}
