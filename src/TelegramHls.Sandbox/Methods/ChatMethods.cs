using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;
using TelegramHls.Sandbox.Updates;

namespace TelegramHls.Sandbox.Methods;

/// <summary>Chats, their members and pinned messages.</summary>
internal static class ChatMethods
{
    public static void AddTo(MethodTable table)
    {
        table.Add("getChat", (call, change) => ChatJson.Full(change.World, Targets.Find(call), call.Bot));
        table.Add("getChatMember", GetChatMember);
        table.Add("getChatAdministrators", GetChatAdministrators);
        table.Add("pinChatMessage", PinChatMessage);
        table.Add("unpinChatMessage", UnpinChatMessage);
        table.Add("unpinAllChatMessages", UnpinAll);
        table.Add("leaveChat", LeaveChat);
    }

    private static JsonNode GetChatMember(Call call, Change change)
    {
        ChatRecord chat = Targets.Find(call);
        long user = call.Parameters.Number("user_id");
        if (!change.World.Bots.ContainsKey(user) && !change.World.People.ContainsKey(user))
        {
            throw ApiFaultException.BadRequest("invalid user_id specified");
        }

        if (user != call.BotId && chat.Channel && chat.Members.GetValueOrDefault(call.BotId)?.Admin != true)
        {
            throw ApiFaultException.BadRequest("member list is inaccessible");
        }

        return chat.Private
            ? new JsonObject { ["user"] = UserJson.Of(change.World, user), ["status"] = "member" }
            : ChatJson.Member(change.World, chat, user);
    }

    private static JsonNode GetChatAdministrators(Call call, Change change)
    {
        ChatRecord chat = Targets.Find(call);
        if (chat.Private)
        {
            throw ApiFaultException.BadRequest("there are no administrators in the private chat");
        }

        if (chat.Channel && chat.Members.GetValueOrDefault(call.BotId)?.Admin != true)
        {
            throw ApiFaultException.BadRequest("member list is inaccessible");
        }

        bool bots = call.Parameters.Flag("return_bots");
        return new JsonArray([.. chat.Members
            .Where(pair => pair.Value.Admin)
            .Where(pair => bots || pair.Key == call.BotId || !change.World.Bots.ContainsKey(pair.Key))
            .Select(pair => (JsonNode)ChatJson.Member(change.World, chat, pair.Key))]);
    }

    private static JsonNode PinChatMessage(Call call, Change change)
    {
        ChatRecord chat = PinnableChat(call);
        int id = call.Parameters.Int("message_id");
        if (call.World.Message(chat.Key, id) is null)
        {
            throw ApiFaultException.BadRequest("message to pin not found");
        }

        if (chat.Pinned.Count > 0 && chat.Pinned[^1] == id)
        {
            return true;
        }

        change.Put(chat with { Pinned = [.. chat.Pinned.Where(pinned => pinned != id), id] });
        var service = new MessageRecord(chat.Key, change.TakeMessageId(chat.Key), change.Now)
        {
            From = call.BotId,
            PinnedId = id,
        };
        change.PutMessage(service);
        if (chat.Channel)
        {
            // Of all that a bot does, its own pin comes back to it.
            UpdateFeed.AnnounceTo(change, call.BotId, service, edited: false);
        }

        return true;
    }

    private static JsonNode UnpinChatMessage(Call call, Change change)
    {
        ChatRecord chat = PinnableChat(call);
        int id = call.Parameters.Int("message_id");
        if (id == 0 && chat.Pinned.Count == 0)
        {
            throw ApiFaultException.BadRequest("message to unpin not found");
        }

        int unpinned = id == 0 ? chat.Pinned[^1] : id;
        if (!chat.Pinned.Contains(unpinned))
        {
            throw ApiFaultException.BadRequest("message to unpin not found");
        }

        change.Put(chat with { Pinned = [.. chat.Pinned.Where(pinned => pinned != unpinned)] });
        return true;
    }

    private static JsonNode UnpinAll(Call call, Change change)
    {
        change.Put(PinnableChat(call) with { Pinned = [] });
        return true;
    }

    private static JsonNode LeaveChat(Call call, Change change)
    {
        ChatRecord chat = Targets.Find(call);
        Targets.RequireInside(call, chat);
        if (chat.Private)
        {
            throw ApiFaultException.BadRequest("chat member status can't be changed in private chats");
        }

        change.SetMember(chat.Key, call.BotId, new Membership("left", AdminRights.None));
        return true;
    }

    private static ChatRecord PinnableChat(Call call)
    {
        ChatRecord chat = Targets.Find(call);
        Targets.RequireInside(call, chat);
        AdminRights rights = Targets.Rights(call, chat);
        return chat.Private || (chat.Channel ? rights.Edit : rights.Pin)
            ? chat
            : throw ApiFaultException.BadRequest("not enough rights to manage pinned messages in the chat");
    }
}
