using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.Methods;

/// <summary>Editing: own messages for ever, posts of others with the right to edit.</summary>
internal static class EditMethods
{
    private const string Unchanged = "message is not modified: specified new message content and reply markup are exactly "
        + "the same as a current content and reply markup of the message";

    public static void AddTo(MethodTable table)
    {
        table.Add("editMessageText", EditText);
        table.Add("editMessageCaption", EditCaption);
        table.Add("editMessageReplyMarkup", (call, change) => Edit(call, change, _ => (message, _) => message));
        table.Add("editMessageMedia", EditMedia);
    }

    private static JsonNode EditText(Call call, Change change)
    {
        FormattedText text = FormattedText.ReadText(call.Parameters);
        return Edit(call, change, message => message.Document is not null
            ? throw ApiFaultException.BadRequest("there is no text in the message to edit")
            : (before, _) => before with
            {
                Text = text.Text,
                Entities = text.Entities,
                NoPreview = MessageMethods.PreviewIsOff(call.Parameters),
            });
    }

    private static JsonNode EditCaption(Call call, Change change)
    {
        FormattedText caption = FormattedText.ReadCaption(call.Parameters);
        return Edit(call, change, message => message.Document is null
            ? throw ApiFaultException.BadRequest("there is no caption in the message to edit")
            : (before, _) => before with
            {
                Text = caption.Text,
                Entities = caption.Entities,
                CaptionAbove = call.Parameters.Flag("show_caption_above_media"),
            });
    }

    private static JsonNode EditMedia(Call call, Change change)
    {
        if (call.Parameters.Json("media", "can't parse media JSON object") is not JsonObject media)
        {
            throw ApiFaultException.BadRequest("input media not specified");
        }

        InputMedia input = AlbumMethods.ReadItem(media);
        return Edit(call, change, _ => (before, put) =>
        {
            AlbumItem item = input.Take(call);
            return before with
            {
                Document = MediaMethods.PutWithThumbnail(put, item.Document, item.Thumbnail),
                Text = item.Caption.Text,
                Entities = item.Caption.Entities,
            };
        });
    }

    /// <summary>Finds and checks the message; <paramref name="choose"/> checks its kind and says what to do with it.</summary>
    private static JsonObject Edit(
        Call call,
        Change change,
        Func<MessageRecord, Func<MessageRecord, Change, MessageRecord>> choose)
    {
        if (call.Parameters.Text("inline_message_id").Length > 0)
        {
            throw ApiFaultException.BadRequest("MESSAGE_ID_INVALID");
        }

        bool privateChat = !call.Parameters.Text("chat_id").StartsWith('-');
        string? keyboard = Keyboard.Parse(call.Parameters, privateChat);
        ChatRecord chat = Targets.Find(call);
        Targets.RequireInside(call, chat);
        if (call.Parameters.Int("message_id") == 0)
        {
            throw ApiFaultException.BadRequest("message identifier is not specified");
        }

        MessageRecord before = call.World.Message(chat.Key, call.Parameters.Int("message_id"))
            ?? throw ApiFaultException.BadRequest("message to edit not found");
        bool others = chat.Channel && Targets.Rights(call, chat).Edit;
        bool own = before.From == call.BotId && (!chat.Channel || Targets.Rights(call, chat).Post || others);
        if (before.Service || before.Origin is not null || !(own || others))
        {
            throw ApiFaultException.BadRequest("message can't be edited");
        }

        MessageRecord after = choose(before)(before, change) with { Keyboard = keyboard };
        if (Same(call.World, before, after))
        {
            throw ApiFaultException.BadRequest(Unchanged);
        }

        after = after with { EditDate = change.Now };
        change.PutMessage(after);
        return MessageJson.Of(change.World, after, call.Bot);
    }

    private static bool Same(World world, MessageRecord before, MessageRecord after) =>
        string.Equals(before.Text ?? string.Empty, after.Text ?? string.Empty, StringComparison.Ordinal)
        && string.Equals(before.Keyboard, after.Keyboard, StringComparison.Ordinal)
        && before.CaptionAbove == after.CaptionAbove
        && before.Entities.SequenceEqual(after.Entities)
        && SameFile(world, before.Document, after.Document);

    private static bool SameFile(World world, long? before, long? after) =>
        before == after
        || (before is { } one && after is { } other
            && world.Documents[one] with { Id = other } == world.Documents[other]);
}
