namespace TelegramHls.Bot.Web;

/// <summary>Marks a page whose controls bring style sheets of their own inside their shadow trees.</summary>
internal sealed class StylesInside;
