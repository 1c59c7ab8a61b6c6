using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.Methods;

/// <summary>Sending one file as each kind.</summary>
internal static class MediaMethods
{
    public static void AddTo(MethodTable table)
    {
        Add(table, "sendDocument", MediaKind.Document, "documents");
        Add(table, "sendVideo", MediaKind.Video, "videos");
        Add(table, "sendAnimation", MediaKind.Animation, "animations");
        Add(table, "sendAudio", MediaKind.Audio, "audios");
        Add(table, "sendVoice", MediaKind.Voice, "voice notes");
        Add(table, "sendVideoNote", MediaKind.VideoNote, "video notes");
        Add(table, "sendPhoto", MediaKind.Photo, "photos");
    }

    private static void Add(MethodTable table, string name, MediaKind kind, string what)
    {
        string field = MediaJson.FieldOf(kind);
        table.Add(name, (call, change) =>
        {
            Parameters given = call.Parameters;
            FileInput.Require(call, field, kind);
            FormattedText caption = kind == MediaKind.VideoNote ? FormattedText.Empty : FormattedText.ReadCaption(given);
            Draft draft = Draft.Begin(call, what);
            DocumentRecord document =
                FileInput.Read(call, field, given.Text(field), kind, MediaTraits.Read(given.Text));
            DocumentRecord? thumbnail = FileInput.Thumbnail(call, given.Text("thumbnail"));
            return Draft.Send(change, draft.Message(change, call) with
            {
                Document = PutWithThumbnail(change, document, thumbnail),
                Text = caption.Text,
                Entities = caption.Entities,
                CaptionAbove = given.Flag("show_caption_above_media"),
                Spoiler = given.Flag("has_spoiler"),
            });
        });
    }

    public static long PutWithThumbnail(Change change, DocumentRecord document, DocumentRecord? thumbnail)
    {
        if (thumbnail is not null && !change.World.Documents.ContainsKey(document.Id))
        {
            change.Put(thumbnail);
            document = document with { Thumbnail = thumbnail.Id };
        }

        return FileInput.Put(change, document);
    }
}
