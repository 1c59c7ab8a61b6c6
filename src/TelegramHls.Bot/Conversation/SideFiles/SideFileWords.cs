using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Media.Subtitles;

namespace TelegramHls.Bot.Conversation.SideFiles;

/// <summary>What is said about files of subtitles.</summary>
internal static class SideFileWords
{
    public const string HowTo =
        "These are subtitles. To add them to a film, send the file as a reply to the film or to my message about it.";

    public const string OtherKind = "Subtitles of this kind cannot be added. Send them as .srt, .vtt or .ass.";

    public const string Nothing =
        "There are no subtitles in this file that can be read. It has to be a .srt, .vtt or .ass file of text with times.";

    public const string Gone = "This film is no longer here.";

    public const string Refused = "Telegram did not take this file, so the subtitles were not added. Please send it again.";

    public static string TooLarge(long size) =>
        $"This file is {Amount.Bytes(size)}; subtitles of up to {Amount.Bytes(SubtitleDocument.MostBytes)} can be added.";

    /// <summary>They are there, and can be taken away again.</summary>
    public static MessageContent Added(Video video, VideoTrack track, int cues) => new(
        $"{ProgressText.Title(video)}\nSubtitles added: {MessageContent.Escape(TrackWords.Of(track).Name)}, {cues} {(cues == 1 ? "line" : "lines")}.\n"
        + "They are in the player's menu; reload a page that is open.",
        VideoButtons.ToRemoveSubtitles(video.Id, [track]));

    public static string Removed(Video video) => $"{ProgressText.Title(video)}\nThe subtitles were removed.";
}
