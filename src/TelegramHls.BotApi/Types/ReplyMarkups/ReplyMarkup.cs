namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What stands below a message or in place of the keyboard.</summary>
[JsonConverter(typeof(RuntimeClassConverter<ReplyMarkup>))]
public abstract class ReplyMarkup;
