namespace Telegram.Bot.Requests;

/// <summary>Closes the bot on this server, before it moves to another one of one's own.</summary>
public class CloseRequest() : ParameterlessRequest<bool>("close");
