using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;
using TelegramHls.Sandbox.Updates;

namespace TelegramHls.Sandbox.Methods;

/// <summary>getUpdates, and the bookkeeping of webhooks (nothing is delivered to them).</summary>
internal static class UpdateMethods
{
    private const int LongestSecret = 256;

    public static void AddTo(MethodTable table)
    {
        table.Add("getUpdates", (call, ct) => call.Emulator.Polling.GetUpdatesAsync(call, ct));
        table.Add("setWebhook", SetWebhook);
        table.Add("deleteWebhook", DeleteWebhook);
        table.Add("getWebhookInfo", GetWebhook);
    }

    private static JsonNode SetWebhook(Call call, Change change)
    {
        Parameters given = call.Parameters;
        string url = given.Text("url").Trim();
        if (url.Length == 0)
        {
            return DeleteWebhook(call, change);
        }

        CheckSecret(given.Text("secret_token"));
        CheckUrl(call, url);
        (int most, int usual) = call.Emulator.Options.Local ? (100_000, 100) : (100, 40);
        int connections = given.Int("max_connections", usual);
        var webhook = new WebhookRecord(
            url,
            Math.Clamp(connections < 1 ? usual : connections, 1, most),
            given.Files.ContainsKey("certificate"),
            given.Has("ip_address") ? given.Text("ip_address") : null);
        BotRecord bot = call.Bot;
        IReadOnlyList<string>? allowed = UpdateKinds.Read(given) ?? bot.AllowedUpdates;
        call.Description = webhook == bot.Webhook ? "Webhook is already set" : "Webhook was set";
        change.Put(bot with { Webhook = webhook, AllowedUpdates = allowed });
        Drop(call, change);
        call.Emulator.Polling.Terminate(call.BotId, new ApiFaultException(409, "terminated by setWebhook request"));
        return true;
    }

    private static JsonNode DeleteWebhook(Call call, Change change)
    {
        BotRecord bot = call.Bot;
        call.Description = bot.Webhook is null ? "Webhook is already deleted" : "Webhook was deleted";
        change.Put(bot with { Webhook = null });
        Drop(call, change);
        return true;
    }

    private static JsonNode GetWebhook(Call call, Change change)
    {
        BotRecord bot = call.Bot;
        JsonNode? kinds = bot.AllowedUpdates is { Count: > 0 } allowed
            ? new JsonArray([.. allowed.Select(kind => (JsonNode)kind)])
            : null;
        return new JsonObject
        {
            ["url"] = bot.Webhook?.Url ?? string.Empty,
            ["has_custom_certificate"] = bot.Webhook?.HasCertificate ?? false,
            ["pending_update_count"] = change.World.UpdatesOf(call.BotId).Values.Count(each => each.Expires > change.Now),
        }
            .With("max_connections", bot.Webhook?.MaxConnections)
            .With("ip_address", bot.Webhook?.IpAddress)
            .With("allowed_updates", kinds);
    }

    private static void Drop(Call call, Change change)
    {
        if (call.Parameters.Flag("drop_pending_updates"))
        {
            change.Put(new UpdatesGone(call.BotId, call.Bot.NextUpdateId));
        }
    }

    private static void CheckSecret(string secret)
    {
        if (secret.Length > LongestSecret)
        {
            throw ApiFaultException.BadRequest("secret token is too long");
        }

        if (secret.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')))
        {
            throw ApiFaultException.BadRequest("secret token contains unallowed characters");
        }
    }

    private static void CheckUrl(Call call, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            throw ApiFaultException.BadRequest("invalid webhook URL specified");
        }

        if (call.Emulator.Options.Local)
        {
            return;
        }

        if (uri.Scheme is not "https")
        {
            throw ApiFaultException.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }

        if (uri.Port is not (443 or 80 or 88 or 8443))
        {
            throw ApiFaultException.BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
    }
}
