using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Rendering;

/// <summary>Messages as one viewer sees them: a bot, or a person (null).</summary>
internal static class MessageJson
{
    public static JsonObject Of(World world, MessageRecord message, BotRecord? viewer, bool nested = false)
    {
        ChatRecord chat = world.Chats[message.ChatKey];
        var json = new JsonObject { ["message_id"] = message.Id };
        if (chat.Channel)
        {
            json["sender_chat"] = ChatJson.Of(world, chat, viewer);
        }
        else
        {
            json["from"] = UserJson.Of(world, message.From);
        }

        json["chat"] = ChatJson.Of(world, chat, viewer);
        json["date"] = message.Date;
        json.With("edit_date", message.EditDate)
            .With("media_group_id", message.Album)
            .WithFlag("has_protected_content", message.Protected);
        AddOrigin(json, world, message.Origin, viewer);
        if (!nested && message.ReplyTo is { } reply && world.Message(message.ChatKey, reply) is { } replied)
        {
            json["reply_to_message"] = Of(world, replied, viewer, nested: true);
        }

        if (message.PinnedId is { } pinnedId && world.Message(message.ChatKey, pinnedId) is { } pinned && !nested)
        {
            json["pinned_message"] = Of(world, pinned, viewer, nested: true);
        }

        json.With(chat.Channel ? "channel_chat_created" : "supergroup_chat_created", message.Created is null ? null : true);
        AddContent(json, world, message, viewer);
        if (message.Keyboard is not null)
        {
            json["reply_markup"] = new JsonObject { ["inline_keyboard"] = JsonNode.Parse(message.Keyboard) };
        }

        return json;
    }

    public static JsonArray Entities(World world, IReadOnlyList<TextEntity> entities) => entities
        .Select(JsonNode (entity) => new JsonObject
        {
            ["offset"] = entity.Offset,
            ["length"] = entity.Length,
            ["type"] = entity.Type,
        }
            .With("url", entity.Url)
            .With("language", entity.Language)
            .With("custom_emoji_id", entity.CustomEmoji)
            .With("user", entity.User is { } user ? UserJson.Of(world, user) : null))
        .ToArray();

    private static void AddContent(JsonObject json, World world, MessageRecord message, BotRecord? viewer)
    {
        bool caption = message.Document is not null;
        if (message.Document is { } document)
        {
            MediaJson.AddTo(json, world, world.Documents[document], viewer);
        }

        if (message.Text is { Length: > 0 } text)
        {
            json[caption ? "caption" : "text"] = text;
        }

        if (message.Entities.Count > 0)
        {
            json[caption ? "caption_entities" : "entities"] = Entities(world, message.Entities);
        }

        if (message.NoPreview)
        {
            json["link_preview_options"] = new JsonObject { ["is_disabled"] = true };
        }

        json.WithFlag("show_caption_above_media", message.CaptionAbove).WithFlag("has_media_spoiler", message.Spoiler);
    }

    private static void AddOrigin(JsonObject json, World world, ForwardOrigin? origin, BotRecord? viewer)
    {
        if (origin is null)
        {
            return;
        }

        if (origin.User is { } user)
        {
            json["forward_origin"] = new JsonObject
            {
                ["type"] = "user",
                ["sender_user"] = UserJson.Of(world, user),
                ["date"] = origin.Date,
            };
            json["forward_from"] = UserJson.Of(world, user);
        }
        else
        {
            ChatRecord source = world.Chats[origin.ChatKey!];
            json["forward_origin"] = new JsonObject
            {
                ["type"] = "channel",
                ["chat"] = ChatJson.Of(world, source, viewer),
                ["message_id"] = origin.MessageId,
                ["date"] = origin.Date,
            };
            json["forward_from_chat"] = ChatJson.Of(world, source, viewer);
            json["forward_from_message_id"] = origin.MessageId;
        }

        json["forward_date"] = origin.Date;
    }
}
