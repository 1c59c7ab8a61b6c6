namespace Telegram.Bot.Requests;

/// <summary>Leaves this server; needed before the bot moves from the cloud to one's own server.</summary>
public class LogOutRequest() : ParameterlessRequest<bool>("logOut");
