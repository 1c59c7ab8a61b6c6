namespace TelegramHls.Sandbox.Records;

internal enum MediaKind
{
    Document,
    Video,
    Animation,
    Audio,
    Voice,
    VideoNote,
    Photo,
    Thumbnail,
}
