using System.Text.RegularExpressions;

namespace TelegramHls.Bot.Cli.Config;

/// <summary>A bot as the settings name it.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Token">A secret, shown nowhere.</param>
/// <param name="ChatId">Where it stores.</param>
internal sealed partial record ConfiguredBot(string Section, string? Token, string? ChatId)
{
    /// <summary>The control bot's section.</summary>
    public const string ControlSection = "Telegram:ControlBot";

    /// <summary>The setting of its token.</summary>
    public string TokenKey => $"{Section}:Token";

    /// <summary>The setting of its chat.</summary>
    public string ChatKey => $"{Section}:ChatId";

    /// <summary>True for a token that Telegram could have made: the bot's number, a colon, 35 letters.</summary>
    public bool HasTokenShape => Token is not null && TokenShape().IsMatch(Token);

    /// <summary>True for a number or <c>@name</c>.</summary>
    public bool HasChatShape => ChatId is { Length: > 1 } && (ChatId[0] == '@' || long.TryParse(ChatId, out _));

    /// <summary>The part of the token that is no secret: the bot's number.</summary>
    public string Number => HasTokenShape ? Token![..Token!.IndexOf(':', StringComparison.Ordinal)] : "?";

    /// <summary>Leaves the token out.</summary>
    public override string ToString() => $"{Section}, bot {Number}";

    [GeneratedRegex(@"^[1-9]\d{0,15}:[A-Za-z0-9_-]{30,60}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenShape();
}
