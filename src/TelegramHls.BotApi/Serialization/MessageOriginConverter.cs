namespace Telegram.Bot.Serialization;

internal sealed class MessageOriginConverter() : PolymorphicConverter<MessageOrigin>(
    "type",
    ("user", typeof(MessageOriginUser)),
    ("hidden_user", typeof(MessageOriginHiddenUser)),
    ("chat", typeof(MessageOriginChat)),
    ("channel", typeof(MessageOriginChannel)));
