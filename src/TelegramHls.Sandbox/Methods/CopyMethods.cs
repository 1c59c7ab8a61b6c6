using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Methods;

/// <summary>Forwarding and copying, one message or many.</summary>
internal static class CopyMethods
{
    private const int MostMessages = 100;

    public static void AddTo(MethodTable table)
    {
        table.Add("forwardMessage", ForwardMessage);
        table.Add("forwardMessages", ForwardMessages);
        table.Add("copyMessage", CopyMessage);
        table.Add("copyMessages", CopyMessages);
    }

    /// <summary>What a forward of the message carries, with where it first was.</summary>
    public static MessageRecord Forwarded(World world, MessageRecord source, MessageRecord target)
    {
        ForwardOrigin origin = source.Origin ?? (world.Chats[source.ChatKey].Channel
            ? new ForwardOrigin(source.Date) { ChatKey = source.ChatKey, MessageId = source.Id }
            : new ForwardOrigin(source.Date) { User = source.From });
        return Content(source, target) with { Origin = origin, Keyboard = null };
    }

    private static MessageRecord Content(MessageRecord source, MessageRecord target) => target with
    {
        Text = source.Text,
        Entities = source.Entities,
        Document = source.Document,
        CaptionAbove = source.CaptionAbove,
        Spoiler = source.Spoiler,
    };

    private static JsonNode ForwardMessage(Call call, Change change)
    {
        MessageRecord source = Source(call, "forward");
        if (source.Protected)
        {
            throw ApiFaultException.BadRequest("message has protected content and can't be forwarded");
        }

        Draft draft = Draft.Begin(call, "messages");
        return Draft.Send(change, Forwarded(call.World, source, draft.Message(change, call)));
    }

    private static JsonNode ForwardMessages(Call call, Change change)
    {
        List<MessageRecord> sources = Sources(call, "forward");
        sources.RemoveAll(source => source.Protected);
        return sources.Count == 0
            ? throw ApiFaultException.BadRequest("messages can't be forwarded")
            : SendAll(call, change, sources, (source, target) => Forwarded(call.World, source, target));
    }

    private static JsonNode CopyMessage(Call call, Change change)
    {
        bool ownCaption = call.Parameters.Has("caption");
        FormattedText caption = FormattedText.ReadCaption(call.Parameters);
        MessageRecord source = Source(call, "copy");
        Draft draft = Draft.Begin(call, "messages");
        MessageRecord copy = Content(source, draft.Message(change, call));
        copy = ownCaption && copy.Document is not null
            ? copy with { Text = caption.Text, Entities = caption.Entities }
            : copy;
        change.PutMessage(copy);
        return new JsonObject { ["message_id"] = copy.Id };
    }

    private static JsonNode CopyMessages(Call call, Change change)
    {
        bool removeCaption = call.Parameters.Flag("remove_caption");
        return SendAll(call, change, Sources(call, "copy"), (source, target) =>
            removeCaption && source.Document is not null
                ? Content(source, target) with { Text = null, Entities = [] }
                : Content(source, target));
    }

    private static JsonArray SendAll(
        Call call,
        Change change,
        List<MessageRecord> sources,
        Func<MessageRecord, MessageRecord, MessageRecord> make)
    {
        Draft draft = Draft.Begin(call, "messages");
        var ids = new JsonArray();
        foreach (MessageRecord source in sources)
        {
            MessageRecord sent = make(source, draft.Message(change, call));
            change.PutMessage(sent);
            ids.Add(new JsonObject { ["message_id"] = sent.Id });
        }

        return ids;
    }

    private static MessageRecord Source(Call call, string verb)
    {
        ChatRecord chat = Targets.Find(call, "from_chat_id");
        MessageRecord? message = Targets.Inside(call, chat)
            ? call.World.Message(chat.Key, call.Parameters.Int("message_id"))
            : null;
        return message is null ? throw ApiFaultException.BadRequest($"message to {verb} not found")
            : message.Service ? throw ApiFaultException.BadRequest($"message can't be {(verb is "copy" ? "copied" : "forwarded")}")
            : message;
    }

    private static List<MessageRecord> Sources(Call call, string verb)
    {
        IReadOnlyList<long> ids = call.Parameters.Numbered("message_ids");
        if (ids.Count == 0)
        {
            throw ApiFaultException.BadRequest("message identifiers are not specified");
        }

        if (ids.Count > MostMessages)
        {
            throw ApiFaultException.BadRequest("too many message identifiers specified");
        }

        if (ids.Zip(ids.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw ApiFaultException.BadRequest("message identifiers must be in a strictly increasing order");
        }

        ChatRecord chat = Targets.Find(call, "from_chat_id");
        List<MessageRecord> found = Targets.Inside(call, chat)
            ? [.. ids.Select(id => call.World.Message(chat.Key, (int)id)).OfType<MessageRecord>().Where(each => !each.Service)]
            : [];
        return found.Count > 0 ? found : throw ApiFaultException.BadRequest($"there are no messages to {verb}");
    }
}
