namespace Telegram.Bot.Types;

/// <summary>A post suggested to a channel.</summary>
public class SuggestedPostParameters
{
    /// <summary>What is offered for it.</summary>
    public SuggestedPostPrice? Price { get; set; }

    /// <summary>When it shall be sent, UTC.</summary>
    public DateTime? SendDate { get; set; }
}
