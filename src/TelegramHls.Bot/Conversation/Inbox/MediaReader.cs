using Telegram.Bot.Types;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Conversation.Inbox;

/// <summary>Finds the file in a message.</summary>
internal static class MediaReader
{
    /// <summary>The file that the message carries, or null when it carries none that could be played.</summary>
    public static IncomingMedia? Read(Message message) => message switch
    {
        // A GIF-like clip comes with the same file as document, too: the animation says more.
        { Animation: { } clip } => From(message, clip, VideoKind.Video, clip.FileName, clip.MimeType, "Animation.mp4"),
        { Video: { } video } => From(message, video, VideoKind.Video, video.FileName, video.MimeType, "Video.mp4"),
        { VideoNote: { } note } => From(message, note, VideoKind.Video, name: null, "video/mp4", "Video message.mp4"),
        { Audio: { } audio } => From(message, audio, VideoKind.Audio, audio.FileName, audio.MimeType, "Audio.m4a"),
        { Document: { } file } => From(message, file, VideoKind.Video, file.FileName, file.MimeType, "File"),
        _ => null,
    };

    private static IncomingMedia From(
        Message message, FileBase file, VideoKind kind, string? name, string? mimeType, string fallback)
    {
        string fileName = FilmName.Clean(name) is { Length: > 0 } given ? given : fallback;
        string title = FilmName.Clean(Path.GetFileNameWithoutExtension(fileName));
        if (name is null || title.Length == 0)
        {
            string caption = FilmName.Clean(message.Caption?.Split('\n')[0]);
            title = caption.Length > 0
                ? caption
                : $"{Path.GetFileNameWithoutExtension(fallback)} of {message.Date:yyyy-MM-dd HH:mm}";
        }

        return new IncomingMedia(
            file.FileId, file.FileUniqueId, kind, fileName, FilmName.Shorten(title), file.FileSize ?? 0, mimeType);
    }
}
