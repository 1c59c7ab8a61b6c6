using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Rendering;

/// <summary>Chats as one viewer sees them: a bot, or a person (null).</summary>
internal static class ChatJson
{
    public static JsonObject Of(World world, ChatRecord chat, BotRecord? viewer)
    {
        if (chat.Bot is not { } bot)
        {
            return new JsonObject { ["id"] = chat.Id, ["type"] = chat.Type }
                .With("title", chat.Title)
                .With("username", chat.Username);
        }

        (long id, string name, string username) = viewer is null
            ? (bot, world.Bots[bot].FirstName, world.Bots[bot].Username)
            : (chat.Id, world.People[chat.Id].FirstName, world.People[chat.Id].Username);
        return new JsonObject
        {
            ["id"] = id,
            ["first_name"] = name,
            ["username"] = username,
            ["type"] = "private",
        };
    }

    /// <summary>ChatFullInfo, with the latest pinned message.</summary>
    public static JsonObject Full(World world, ChatRecord chat, BotRecord viewer)
    {
        JsonObject full = Of(world, chat, viewer);
        full["accent_color_id"] = 0;
        full["max_reaction_count"] = 11;
        MessageRecord? pinned = chat.Pinned.Count > 0 ? world.Message(chat.Key, chat.Pinned[^1]) : null;
        return full.With("pinned_message", pinned is null ? null : MessageJson.Of(world, pinned, viewer));
    }

    public static JsonObject Member(World world, ChatRecord chat, long user)
    {
        Membership membership = chat.Members.GetValueOrDefault(user) ?? new Membership("left", AdminRights.None);
        var member = new JsonObject { ["user"] = UserJson.Of(world, user), ["status"] = membership.Status };
        if (membership.Status is "kicked")
        {
            member["until_date"] = 0;
        }

        if (membership.Status is "creator")
        {
            member["is_anonymous"] = false;
        }

        if (membership.Status is not "administrator")
        {
            return member;
        }

        member["can_be_edited"] = false;
        member["is_anonymous"] = false;
        member["can_manage_chat"] = true;
        member["can_change_info"] = false;
        member["can_delete_messages"] = membership.Rights.Delete;
        member["can_invite_users"] = false;
        member["can_restrict_members"] = false;
        member["can_promote_members"] = false;
        member["can_manage_video_chats"] = false;
        if (!chat.Channel)
        {
            return member.With("can_pin_messages", membership.Rights.Pin);
        }

        member["can_post_messages"] = membership.Rights.Post;
        member["can_edit_messages"] = membership.Rights.Edit;
        return member;
    }
}
