namespace Telegram.Bot.Requests;

/// <summary>Ends the waiting of a tap.</summary>
public class AnswerCallbackQueryRequest() : RequestBase<bool>("answerCallbackQuery")
{
    /// <summary>Tap that it answers.</summary>
    public required string CallbackQueryId { get; set; }

    /// <summary>0 to 200 characters.</summary>
    public string? Text { get; set; }

    /// <summary>As a window instead of a line.</summary>
    public bool ShowAlert { get; set; }

    /// <summary>Address to open.</summary>
    public string? Url { get; set; }

    /// <summary>Seconds for which the answer may be kept.</summary>
    public int? CacheTime { get; set; }
}
