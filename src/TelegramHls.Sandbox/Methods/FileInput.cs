using System.Security.Cryptography;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.Methods;

/// <summary>A file named by a call: a part of the request, attach://, file:// in local mode, or a file id.</summary>
internal static class FileInput
{
    private const long LargestPhoto = 10 * 1024 * 1024;
    private const string Attached = "attach://";

    /// <summary>A missing file is seen before anything else is looked at.</summary>
    public static void Require(Call call, string field, MediaKind kind)
    {
        if (call.Parameters.Text(field).Length == 0 && UploadOf(call, field, null) is null)
        {
            throw ApiFaultException.BadRequest($"there is no {MediaJson.FieldOf(kind).Replace('_', ' ')} in the request");
        }
    }

    /// <summary>Finds the file and checks it, last of all. Nothing is put yet: give the result to <see cref="Put"/>.</summary>
    public static DocumentRecord Read(Call call, string field, string value, MediaKind kind, MediaTraits traits) =>
        UploadOf(call, field, value) is { } upload
            ? FromUpload(call, upload, kind, traits)
            : FromFileId(call, value, kind);

    /// <summary>Stores a new document; one that was sent by its id is there already.</summary>
    public static long Put(Change change, DocumentRecord document)
    {
        if (!change.World.Documents.ContainsKey(document.Id))
        {
            change.Put(document);
        }

        return document.Id;
    }

    public static long NewId() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;

    /// <summary>A picture of JPEG bytes beside the file; only a new upload counts.</summary>
    public static DocumentRecord? Thumbnail(Call call, string? value)
    {
        Upload? upload = UploadOf(call, "thumbnail", value) ?? UploadOf(call, "thumb", null);
        return upload is null or { Length: 0 } ? null : FromUpload(call, upload, MediaKind.Thumbnail, MediaTraits.None);
    }

    private static Upload? UploadOf(Call call, string field, string? value)
    {
        Dictionary<string, Upload> files = call.Parameters.Files;
        if (value is { Length: > 0 })
        {
            string name = value.StartsWith(Attached, StringComparison.Ordinal) ? value[Attached.Length..] : value;
            if (files.TryGetValue(name, out Upload? named))
            {
                return named;
            }
        }

        return files.GetValueOrDefault(field);
    }

    private static DocumentRecord FromUpload(Call call, Upload upload, MediaKind asked, MediaTraits traits)
    {
        if (upload.TooLarge)
        {
            throw ApiFaultException.BadRequest("FILE_PARTS_INVALID");
        }

        if (upload.Length == 0)
        {
            throw ApiFaultException.BadRequest("file must be non-empty");
        }

        if (asked == MediaKind.Photo && upload.Length > LargestPhoto)
        {
            throw ApiFaultException.BadRequest(
                $"file of size {upload.Length} bytes is too big for a photo; the maximum size is {LargestPhoto} bytes");
        }

        string mime = KindSniffer.MimeOf(upload.Name, upload.Mime);
        MediaKind kind = KindSniffer.KindOf(asked, mime, traits.Detect);
        call.Emulator.Files.Keep(upload);
        bool picture = kind is MediaKind.Photo or MediaKind.Thumbnail;
        (int width, int height) = picture
            ? PictureSize.Read(call.Emulator.Files.PathOf(upload.Sha256))
            : (traits.Width, traits.Height);
        return new DocumentRecord(NewId(), upload.Sha256, upload.Length, kind)
        {
            Name = picture ? null : upload.Name,
            Mime = picture ? null : mime,
            Width = width,
            Height = height,
            Duration = traits.Duration,
            Performer = traits.Performer,
            Title = traits.Title,
        };
    }

    private static DocumentRecord FromFileId(Call call, string value, MediaKind kind)
    {
        if (value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            // Nothing leaves this machine, so nothing is fetched from anywhere.
            throw ApiFaultException.BadRequest("failed to get HTTP URL content");
        }

        if (value.AsSpan().IndexOfAny(".:/") >= 0)
        {
            throw ApiFaultException.BadRequest("wrong file identifier/HTTP URL specified");
        }

        if (!FileIds.TryRead(value, call.Bot, out long? id))
        {
            throw ApiFaultException.BadRequest(
                "wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
        }

        if (id is null || !call.World.Documents.TryGetValue(id.Value, out DocumentRecord? document))
        {
            throw ApiFaultException.BadRequest("wrong file identifier/HTTP URL specified");
        }

        return document.Picture == (kind == MediaKind.Photo) && document.Kind != MediaKind.Thumbnail
            ? document
            : throw ApiFaultException.BadRequest($"can't use file of type {document.Kind} as {kind}");
    }
}
