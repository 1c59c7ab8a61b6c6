using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Methods;

/// <summary>Deleting: for 48 hours, then never again.</summary>
internal static class DeleteMethods
{
    private const long Deletable = 172_800;
    private const int MostMessages = 100;

    public static void AddTo(MethodTable table)
    {
        table.Add("deleteMessage", DeleteMessage);
        table.Add("deleteMessages", DeleteMessages);
    }

    private static JsonNode DeleteMessage(Call call, Change change)
    {
        ChatRecord chat = Targets.Find(call);
        Targets.RequireInside(call, chat);
        int id = call.Parameters.Int("message_id");
        if (id == 0)
        {
            throw ApiFaultException.BadRequest("message identifier is not specified");
        }

        MessageRecord message = call.World.Message(chat.Key, id)
            ?? throw ApiFaultException.BadRequest("message to delete not found");
        Check(call, change, chat, message);
        change.RemoveMessage(message);
        return true;
    }

    private static JsonNode DeleteMessages(Call call, Change change)
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

        ChatRecord chat = Targets.Find(call);
        Targets.RequireInside(call, chat);
        List<MessageRecord> found =
            [.. ids.Distinct().Select(id => call.World.Message(chat.Key, (int)id)).OfType<MessageRecord>()];
        foreach (MessageRecord message in found)
        {
            Check(call, change, chat, message);
        }

        foreach (MessageRecord message in found)
        {
            change.RemoveMessage(message);
        }

        return true;
    }

    private static void Check(Call call, Change change, ChatRecord chat, MessageRecord message)
    {
        bool old = change.Now - message.Date >= Deletable;
        if (chat.Private)
        {
            if (old)
            {
                throw ApiFaultException.BadRequest("message can't be deleted for everyone");
            }

            return;
        }

        AdminRights rights = Targets.Rights(call, chat);
        bool own = message.From == call.BotId && (rights.Post || !chat.Channel);
        if (old || message.Created is not null || !(rights.Delete || own))
        {
            throw ApiFaultException.BadRequest("message can't be deleted");
        }
    }
}
