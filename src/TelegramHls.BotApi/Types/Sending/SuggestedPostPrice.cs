namespace Telegram.Bot.Types;

/// <summary>Price of a suggested post.</summary>
public class SuggestedPostPrice
{
    /// <summary>XTR or TON.</summary>
    public string Currency { get; set; } = default!;

    /// <summary>In the smallest unit.</summary>
    public long Amount { get; set; }
}
