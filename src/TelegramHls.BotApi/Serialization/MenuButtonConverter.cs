namespace Telegram.Bot.Serialization;

internal sealed class MenuButtonConverter() : PolymorphicConverter<MenuButton>(
    "type",
    ("default", typeof(MenuButtonDefault)),
    ("commands", typeof(MenuButtonCommands)),
    ("web_app", typeof(MenuButtonWebApp)));
