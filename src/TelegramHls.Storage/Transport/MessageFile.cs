using Telegram.Bot.Types;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Storage.Transport;

/// <summary>The file of a message, and the name by which it is known to be ours.</summary>
internal static class MessageFile
{
    /// <summary>The one file that a message carries, whatever its kind; null without one.</summary>
    public static FileBase? Of(Message message) => message switch
    {
        // A clip comes with the same file as document, too.
        { Animation: { } clip } => clip,
        { Document: { } document } => document,
        { Video: { } video } => video,
        { Audio: { } audio } => audio,
        { VideoNote: { } note } => note,
        { Voice: { } voice } => voice,
        _ => null,
    };

    /// <summary>
    /// The name of a part: what we upload bears it as its file name, an original, which keeps the name that a person gave it, as its
    /// caption.
    /// </summary>
    public static string? NameOf(Message message) =>
        PartName.TryParse(message.Caption, out _) ? message.Caption : message.Document?.FileName;
}
