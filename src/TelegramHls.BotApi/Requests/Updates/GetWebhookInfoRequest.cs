namespace Telegram.Bot.Requests;

/// <summary>Asks for the state of the webhook.</summary>
public class GetWebhookInfoRequest() : ParameterlessRequest<WebhookInfo>("getWebhookInfo");
