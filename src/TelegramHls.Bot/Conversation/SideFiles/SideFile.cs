using Telegram.Bot.Types;
using TelegramHls.Media.Subtitles;

namespace TelegramHls.Bot.Conversation.SideFiles;

/// <summary>A file of subtitles that a person sent by itself.</summary>
/// <param name="FileId">The control bot's id for it.</param>
/// <param name="FileName">As sent.</param>
/// <param name="Format">What its name says that it is; null for a kind that cannot be added.</param>
/// <param name="Size">Bytes; 0 when Telegram does not say.</param>
internal sealed record SideFile(string FileId, string FileName, SubtitleFormat? Format, long Size)
{
    private static readonly string[] OtherKinds = ["sub", "idx", "sup", "smi", "sbv", "stl", "ttml", "dfxp"];

    /// <summary>
    /// The subtitles that the message carries; null when it carries none. Files of kinds that cannot be added count where they come
    /// as a reply: else they may be anything.
    /// </summary>
    public static SideFile? Read(Message message)
    {
        if (message.Document is not { FileName: { } name } file)
        {
            return null;
        }

        string extension = Path.GetExtension(name).TrimStart('.');
        SubtitleFormat? format = SubtitleFormats.Find(extension) is { } found && found.IsText() ? found : null;
        bool isOther = message.ReplyToMessage is not null && OtherKinds.Contains(extension, StringComparer.OrdinalIgnoreCase);
        return format is null && !isOther ? null : new SideFile(file.FileId, name, format, file.FileSize ?? 0);
    }
}
