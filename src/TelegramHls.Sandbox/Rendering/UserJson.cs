using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Rendering;

/// <summary>Users as the Bot API shows them.</summary>
internal static class UserJson
{
    public static JsonObject Of(World world, long id) =>
        world.Bots.TryGetValue(id, out BotRecord? bot) ? Of(bot)
        : world.People.TryGetValue(id, out PersonRecord? person) ? Of(person)
        : new JsonObject { ["id"] = id, ["is_bot"] = false, ["first_name"] = string.Empty };

    public static JsonObject Of(PersonRecord person) => new()
    {
        ["id"] = person.Id,
        ["is_bot"] = false,
        ["first_name"] = person.FirstName,
        ["username"] = person.Username,
        ["language_code"] = "en",
    };

    public static JsonObject Of(BotRecord bot) => new()
    {
        ["id"] = bot.Id,
        ["is_bot"] = true,
        ["first_name"] = bot.FirstName,
        ["username"] = bot.Username,
    };

    /// <summary>What getMe adds for the bot itself.</summary>
    public static JsonObject Self(BotRecord bot)
    {
        JsonObject self = Of(bot);
        self["can_join_groups"] = true;
        self["can_read_all_group_messages"] = false;
        self["supports_inline_queries"] = false;
        self["can_connect_to_business"] = false;
        self["has_main_web_app"] = false;
        return self;
    }
}
