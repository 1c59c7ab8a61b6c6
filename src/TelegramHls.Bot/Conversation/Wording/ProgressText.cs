using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Conversation.Wording;

/// <summary>Words for a video that is not ready.</summary>
internal static class ProgressText
{
    /// <summary>How a refusal begins.</summary>
    public const string NotTakenIn = "Not taken in.";

    /// <summary>How the last word on a failed video begins.</summary>
    public const string GivenUp = "Given up.";

    /// <summary>Said of a film in work of which enough is stored.</summary>
    public const string PlaysAlready = "It already plays.";

    /// <summary>The first line of every card.</summary>
    public static string Title(Video video)
    {
        string emoji = video.Kind == VideoKind.Audio ? "🎵" : "🎬";
        return $"{emoji} <b>{MessageContent.Escape(video.Title)}</b>";
    }

    /// <summary>The whole card.</summary>
    public static string Of(Video video, VideoStatus status) => $"{Title(video)}\n{Lines(status)}";

    private static string Lines(VideoStatus status) => status switch
    {
        VideoStatus.Refused refused => $"{NotTakenIn} {MessageContent.Escape(refused.Reason)}",
        VideoStatus.Failed failed => $"{GivenUp} {MessageContent.Escape(failed.Reason)}\nSend it again to try once more.",
        VideoStatus.Cancelled => "Cancelled. Nothing of it was kept.",
        _ => InWork(WorkStanding.Of(status)),
    };

    private static string InWork(WorkStanding standing)
    {
        string bar = standing.Share is { } share ? $" {Amount.Bar(share)} {standing.Percent} %" : string.Empty;
        string detail = standing.Detail is null ? string.Empty : $"\n{standing.Detail}";
        return MessageContent.Escape($"{standing.Activity}{bar}{detail}");
    }
}
