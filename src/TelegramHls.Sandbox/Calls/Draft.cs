using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.Calls;

/// <summary>
/// What all sends have in common, checked in the server's order: markup, chat, membership, reply, rights. Begin it after
/// the text or caption is parsed.
/// </summary>
internal sealed record Draft(ChatRecord Chat, string? Keyboard, int? ReplyTo, bool Protected)
{
    public static Draft Begin(Call call, string what)
    {
        Parameters given = call.Parameters;
        bool privateChat = !given.Text("chat_id").StartsWith('-') && !given.Text("chat_id").StartsWith('@');
        string? keyboard = Parsing.Keyboard.Parse(given, privateChat);
        ReplyTarget? reply = ReplyTarget.Read(given);
        ChatRecord chat = Targets.Find(call);
        Targets.RequireInside(call, chat);
        int? replyTo = Targets.Reply(call, chat, reply);
        Targets.RequirePosting(call, chat, what);
        return new Draft(chat, keyboard, replyTo, given.Flag("protect_content"));
    }

    /// <summary>The next message of the chat, still without content.</summary>
    public MessageRecord Message(Change change, Call call) => new(Chat.Key, change.TakeMessageId(Chat.Key), change.Now)
    {
        From = call.BotId,
        Keyboard = Keyboard,
        ReplyTo = ReplyTo,
        Protected = Protected,
    };

    /// <summary>Posts it and shows it as its sender sees it.</summary>
    public static JsonNode Send(Change change, MessageRecord message)
    {
        change.PutMessage(message);
        return MessageJson.Of(change.World, message, change.World.Bots[message.From]);
    }
}
