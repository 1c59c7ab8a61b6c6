namespace Telegram.Bot.Requests;

/// <summary>Asks who the bot is.</summary>
public class GetMeRequest() : ParameterlessRequest<User>("getMe");
