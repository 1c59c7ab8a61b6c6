using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Rendering;

/// <summary>The file of a message as its kind; file ids are the viewing bot's, a person sees none.</summary>
internal static class MediaJson
{
    public static void AddTo(JsonObject message, World world, DocumentRecord document, BotRecord? viewer)
    {
        switch (document.Kind)
        {
            case MediaKind.Photo:
                message["photo"] = new JsonArray(Picture(document, viewer));
                break;
            case MediaKind.Animation:
                message["animation"] = Of(world, document, viewer);
                message["document"] = Of(world, document with { Kind = MediaKind.Document }, viewer);
                break;
            default:
                message[FieldOf(document.Kind)] = Of(world, document, viewer);
                break;
        }
    }

    /// <summary>The field of a message that holds this kind, which is also how errors call it.</summary>
    public static string FieldOf(MediaKind kind) => kind switch
    {
        MediaKind.VideoNote => "video_note",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static JsonObject Of(World world, DocumentRecord document, BotRecord? viewer)
    {
        JsonObject media = File(document, viewer);
        bool moving = document.Kind is MediaKind.Video or MediaKind.Animation;
        if (moving)
        {
            media["width"] = document.Width;
            media["height"] = document.Height;
        }

        if (moving || document.Kind is MediaKind.Audio or MediaKind.Voice or MediaKind.VideoNote)
        {
            media["duration"] = document.Duration;
        }

        if (document.Kind == MediaKind.VideoNote)
        {
            media["length"] = document.Width;
        }
        else
        {
            media.With("mime_type", document.Mime);
        }

        if (document.Kind is not (MediaKind.VideoNote or MediaKind.Voice))
        {
            media.With("file_name", document.Name);
        }

        if (document.Kind == MediaKind.Audio)
        {
            media.With("performer", document.Performer).With("title", document.Title);
        }

        if (document.Thumbnail is { } id && world.Documents.TryGetValue(id, out DocumentRecord? thumbnail))
        {
            media["thumbnail"] = Picture(thumbnail, viewer);
            media["thumb"] = Picture(thumbnail, viewer);
        }

        return media;
    }

    private static JsonObject Picture(DocumentRecord picture, BotRecord? viewer)
    {
        JsonObject size = File(picture, viewer);
        size["width"] = picture.Width;
        size["height"] = picture.Height;
        return size;
    }

    private static JsonObject File(DocumentRecord document, BotRecord? viewer) => new JsonObject()
        .With("file_id", viewer is null ? null : FileIds.Make(viewer, document))
        .With("file_unique_id", FileIds.Unique(document))
        .With("file_size", document.Size);
}
