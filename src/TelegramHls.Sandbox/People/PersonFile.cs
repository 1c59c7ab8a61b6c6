using Microsoft.AspNetCore.Http;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Methods;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.People;

/// <summary>How a person sends a file; width, height in pixels, duration in seconds.</summary>
internal sealed record PersonFile(MediaKind Kind, string? Name, string? Mime, string Caption, int? ReplyTo, MediaTraits Traits)
{
    public static PersonFile Document(string name) =>
        new(MediaKind.Document, name, Mime: null, Caption: string.Empty, ReplyTo: null, MediaTraits.Read(_ => string.Empty));

    public static PersonFile Read(IQueryCollection query)
    {
        string? Text(string name) => query[name] is { Count: > 0 } value ? value.ToString() : null;
        MediaKind kind = (Text("kind") ?? "document") switch
        {
            "document" => MediaKind.Document,
            "video" => MediaKind.Video,
            "animation" => MediaKind.Animation,
            "audio" => MediaKind.Audio,
            "voice" => MediaKind.Voice,
            "video_note" => MediaKind.VideoNote,
            "photo" => MediaKind.Photo,
            string other => throw ApiFaultException.BadRequest($"unknown kind {other}"),
        };
        return new PersonFile(
            kind,
            Text("name"),
            Text("mime"),
            Text("caption") ?? string.Empty,
            int.TryParse(Text("reply_to_message_id"), out int reply) ? reply : null,
            MediaTraits.Read(name => Text(name) ?? string.Empty));
    }
}
