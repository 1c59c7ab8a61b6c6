using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.Methods;

/// <summary>The bot itself: who it is, leaving the server, and the settings people see in its profile.</summary>
internal static class AccountMethods
{
    private const int MostCommands = 100;

    public static void AddTo(MethodTable table)
    {
        table.Add("getMe", (call, _) => UserJson.Self(call.Bot));
        table.Add("logOut", LogOut);
        table.Add("close", (_, _) => true);
        table.Add("setMyCommands", SetMyCommands);
        table.Add("getMyCommands", (call, _) => Profile(call, "commands") ?? new JsonArray());
        table.Add("deleteMyCommands", (call, change) => Keep(call, change, "commands", null));
        AddText(table, "Name", "name", 64);
        AddText(table, "Description", "description", 512);
        AddText(table, "ShortDescription", "short_description", 120);
        table.Add("setChatMenuButton", (call, change) => Keep(
            call,
            change,
            "menu_button",
            call.Parameters.Json("menu_button", "can't parse menu button JSON object")));
        table.Add("getChatMenuButton", (call, _) =>
            Profile(call, "menu_button") ?? new JsonObject { ["type"] = "default" });
    }

    private static void AddText(MethodTable table, string method, string field, int longest)
    {
        table.Add($"setMy{method}", (call, change) =>
        {
            string text = call.Parameters.Text(field);
            return text.Length <= longest
                ? Keep(call, change, field, text.Length == 0 ? null : (JsonNode)text)
                : throw ApiFaultException.BadRequest($"bot {field.Replace('_', ' ')} is too long");
        });
        table.Add($"getMy{method}", (call, _) =>
            new JsonObject { [field] = Profile(call, field)?.ToString() ?? string.Empty });
    }

    private static JsonNode LogOut(Call call, Change change)
    {
        change.Put(call.Bot with { LoggedOut = true });
        return true;
    }

    private static JsonNode SetMyCommands(Call call, Change change)
    {
        var commands = call.Parameters.Json("commands", "can't parse commands JSON object") as JsonArray ?? [];
        if (commands.Count > MostCommands)
        {
            throw ApiFaultException.BadRequest("BOT_COMMANDS_TOO_MUCH");
        }

        var kept = new JsonArray();
        foreach (JsonNode? command in commands)
        {
            string name = (command?["command"]?.ToString() ?? string.Empty).TrimStart('/');
            string description = command?["description"]?.ToString() ?? string.Empty;
            if (name.Length is < 1 or > 32 || name.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')))
            {
                throw ApiFaultException.BadRequest("BOT_COMMAND_INVALID");
            }

            if (description.Length is < 1 or > 256)
            {
                throw ApiFaultException.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }

            kept.Add(new JsonObject { ["command"] = name, ["description"] = description });
        }

        return Keep(call, change, "commands", kept);
    }

    private static JsonNode Keep(Call call, Change change, string setting, JsonNode? value)
    {
        BotRecord bot = call.Bot;
        var profile = new Dictionary<string, string>(bot.Profile, StringComparer.Ordinal);
        profile.Remove(Slot(call.Parameters, setting));
        if (value is not null)
        {
            profile[Slot(call.Parameters, setting)] = value.ToJsonString();
        }

        change.Put(bot with { Profile = profile });
        return true;
    }

    private static JsonNode? Profile(Call call, string setting) =>
        call.Bot.Profile.TryGetValue(Slot(call.Parameters, setting), out string? text) ? JsonNode.Parse(text) : null;

    /// <summary>Settings are kept by language, commands by scope too, menu buttons by chat too.</summary>
    private static string Slot(Parameters given, string setting) =>
        $"{setting}|{given.Text("language_code")}|{given.Text("scope")}|{given.Text("chat_id")}";
}
