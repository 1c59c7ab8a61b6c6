namespace TelegramHls.Bot.Cli.Bots;

/// <summary>What <c>bots retire</c> is told.</summary>
/// <param name="Bot">Its number or <c>@name</c>.</param>
/// <param name="GivesChannelUp">Its channel is not to be needed either.</param>
/// <param name="Undo">It is to get parts again.</param>
internal sealed record RetireOrder(string Bot, bool GivesChannelUp, bool Undo);
