using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Calls;

/// <summary>Finds the chat of a call and says whether the bot may read it or write to it.</summary>
internal static class Targets
{
    /// <summary>The chat named by a parameter, which the bot may at least read.</summary>
    public static ChatRecord Find(Call call, string parameter = "chat_id")
    {
        string text = call.Parameters.Text(parameter).Trim();
        if (text.Length == 0)
        {
            throw ApiFaultException.BadRequest($"{parameter} is empty");
        }

        ChatRecord chat = Lookup(call, text);
        if (chat.Private)
        {
            return chat.Blocked ? throw ApiFaultException.Forbidden("bot was blocked by the user") : chat;
        }

        Membership? membership = chat.Members.GetValueOrDefault(call.BotId);
        if (membership?.Status is "kicked")
        {
            throw ApiFaultException.Forbidden($"bot was kicked from the {chat.Type} chat");
        }

        return membership?.Inside == true || chat.Username is not null
            ? chat
            : throw ApiFaultException.Forbidden($"bot is not a member of the {chat.Type} chat");
    }

    public static bool Inside(Call call, ChatRecord chat) =>
        chat.Private || chat.Members.GetValueOrDefault(call.BotId)?.Inside == true;

    /// <summary>Public chats can be looked at by anyone; writing needs membership.</summary>
    public static void RequireInside(Call call, ChatRecord chat)
    {
        if (!Inside(call, chat))
        {
            throw ApiFaultException.Forbidden($"bot is not a member of the {chat.Type} chat");
        }
    }

    public static AdminRights Rights(Call call, ChatRecord chat) =>
        chat.Members.GetValueOrDefault(call.BotId) is { Admin: true } member ? member.Rights : AdminRights.None;

    public static void RequirePosting(Call call, ChatRecord chat, string what)
    {
        if (chat.Channel && !Rights(call, chat).Post)
        {
            throw ApiFaultException.BadRequest("need administrator rights in the channel chat");
        }

        if (chat.Members.GetValueOrDefault(call.BotId)?.Status is "restricted")
        {
            throw ApiFaultException.BadRequest($"not enough rights to send {what} to the chat");
        }
    }

    /// <summary>The message a send replies to; null when none is wanted or it may be missing.</summary>
    public static int? Reply(Call call, ChatRecord chat, ReplyTarget? reply)
    {
        if (reply is null)
        {
            return null;
        }

        return call.World.Message(chat.Key, reply.MessageId) is not null ? reply.MessageId
            : reply.MayMiss ? null
            : throw ApiFaultException.BadRequest("message to be replied not found");
    }

    private static ChatRecord Lookup(Call call, string text)
    {
        World world = call.World;
        if (text.StartsWith('@'))
        {
            return world.Chats.Values.FirstOrDefault(chat => !chat.Private && chat.Username is not null
                    && chat.Username.Equals(text[1..], StringComparison.OrdinalIgnoreCase))
                ?? throw ApiFaultException.BadRequest("chat not found");
        }

        long id = Numbers.Read(text);
        if (world.Bots.ContainsKey(id))
        {
            throw ApiFaultException.Forbidden("the bot can't send messages to the bot");
        }

        string key = id > 0 ? ChatRecord.KeyOf(call.BotId, id) : ChatRecord.KeyOf(id);
        return world.Chats.GetValueOrDefault(key) ?? throw ApiFaultException.BadRequest("chat not found");
    }
}
