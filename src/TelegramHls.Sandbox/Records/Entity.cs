using System.Text.Json.Serialization;

namespace TelegramHls.Sandbox.Records;

/// <summary>What the journal holds: each entry is the newest state of one thing, or that things are gone.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(AccountsRecord), "accounts")]
[JsonDerivedType(typeof(BotRecord), "bot")]
[JsonDerivedType(typeof(PersonRecord), "person")]
[JsonDerivedType(typeof(ChatRecord), "chat")]
[JsonDerivedType(typeof(MessageRecord), "message")]
[JsonDerivedType(typeof(MessageGone), "message-gone")]
[JsonDerivedType(typeof(DocumentRecord), "document")]
[JsonDerivedType(typeof(UpdateRecord), "update")]
[JsonDerivedType(typeof(UpdatesGone), "updates-gone")]
[JsonDerivedType(typeof(CallbackRecord), "callback")]
[JsonDerivedType(typeof(ServerFileRecord), "server-file")]
[JsonDerivedType(typeof(ReadRecord), "read")]
[JsonDerivedType(typeof(ClockRecord), "clock")]
internal abstract record Entity;
