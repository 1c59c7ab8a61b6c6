using System.Security.Cryptography;
using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Methods;

/// <summary>Several files as one album.</summary>
internal static class AlbumMethods
{
    private const int MostItems = 10;

    public static void AddTo(MethodTable table) => table.Add("sendMediaGroup", SendMediaGroup);

    public static MediaKind KindOf(string type) => type.ToLowerInvariant() switch
    {
        "document" => MediaKind.Document,
        "video" => MediaKind.Video,
        "animation" => MediaKind.Animation,
        "audio" => MediaKind.Audio,
        "photo" => MediaKind.Photo,
        _ => throw ApiFaultException.BadRequest($"can't parse InputMedia: unsupported type \"{type}\""),
    };

    /// <summary>Kind and caption of one InputMedia; the file is read later.</summary>
    public static InputMedia ReadItem(JsonObject media)
    {
        MediaKind kind = KindOf(media["type"]?.ToString() ?? string.Empty);
        string? value = media["media"]?.ToString();
        if (string.IsNullOrEmpty(value))
        {
            throw ApiFaultException.BadRequest("can't parse InputMedia: media not found");
        }

        return new InputMedia(
            kind,
            value,
            media["thumbnail"]?.ToString(),
            MediaTraits.Read(media),
            FormattedText.ReadCaption(media));
    }

    private static JsonNode SendMediaGroup(Call call, Change change)
    {
        JsonNode? listed = call.Parameters.Json("media", "can't parse media JSON object");
        if (listed is not JsonArray { Count: > 0 } media)
        {
            throw ApiFaultException.BadRequest("there are no messages to send");
        }

        if (media.Count > MostItems)
        {
            throw ApiFaultException.BadRequest("too many messages to send as an album");
        }

        List<InputMedia> parsed = [.. media.Select(item => item is JsonObject fields
            ? ReadItem(fields)
            : throw ApiFaultException.BadRequest("can't parse InputMedia: expected an Object"))];
        Draft draft = Draft.Begin(call, "media");
        List<AlbumItem> items = [.. parsed.Select(item => item.Take(call))];
        CheckKinds(items);
        string album = RandomNumberGenerator.GetInt32(int.MaxValue).ToString() + change.Now.ToString();
        return new JsonArray([.. items.Select(item => Draft.Send(change, draft.Message(change, call) with
        {
            Keyboard = null,
            Document = MediaMethods.PutWithThumbnail(change, item.Document, item.Thumbnail),
            Text = item.Caption.Text,
            Entities = item.Caption.Entities,
            Album = items.Count > 1 ? album : null,
        }))]);
    }

    /// <summary>Documents go with documents and audio with audio only.</summary>
    private static void CheckKinds(List<AlbumItem> items)
    {
        IEnumerable<string> groups = items.Select(item => item.Document.Kind switch
        {
            MediaKind.Document => "Document",
            MediaKind.Audio => "Audio",
            MediaKind.Animation => throw ApiFaultException.BadRequest("Animation can't be sent in an album"),
            _ => "picture",
        });
        if (groups.Distinct(StringComparer.Ordinal).Count() > 1)
        {
            string single = items.Exists(item => item.Document.Kind == MediaKind.Document) ? "Document" : "Audio";
            throw ApiFaultException.BadRequest($"{single} can't be mixed with other media types");
        }
    }
}

