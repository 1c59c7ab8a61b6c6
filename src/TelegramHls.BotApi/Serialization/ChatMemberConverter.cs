namespace Telegram.Bot.Serialization;

internal sealed class ChatMemberConverter() : PolymorphicConverter<ChatMember>(
    "status",
    ("creator", typeof(ChatMemberOwner)),
    ("administrator", typeof(ChatMemberAdministrator)),
    ("member", typeof(ChatMemberMember)),
    ("restricted", typeof(ChatMemberRestricted)),
    ("left", typeof(ChatMemberLeft)),
    ("kicked", typeof(ChatMemberBanned)));
