using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Conversation.Wording;

/// <summary>Words for a video that is not ready.</summary>
internal static class ProgressText
{
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
        VideoStatus.Queued => "Queued; it begins when a place is free.",
        VideoStatus.Moving moving => Moving(moving),
        VideoStatus.Busy busy => $"{busy.Activity} …",
        VideoStatus.Waiting waiting =>
            $"{MessageContent.Escape(waiting.Reason)}\nNothing is lost; it goes on by itself in {Amount.Duration(waiting.Pause)}.",
        VideoStatus.Refused refused => $"Not taken in. {MessageContent.Escape(refused.Reason)}",
        VideoStatus.Failed failed => $"Given up. {MessageContent.Escape(failed.Reason)}\nSend it again to try once more.",
        VideoStatus.Cancelled => "Cancelled. Nothing of it was kept.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Moving(VideoStatus.Moving moving)
    {
        if (moving.Total <= 0)
        {
            return $"{moving.Activity} …\n{Amount.Bytes(moving.Done)}{Speed(moving)}";
        }

        double share = Math.Clamp((double)moving.Done / moving.Total, 0, 1);
        string left = moving.BytesPerSecond > 0
            ? $" · {Amount.Duration(TimeSpan.FromSeconds((moving.Total - moving.Done) / moving.BytesPerSecond))} left"
            : string.Empty;
        return $"{moving.Activity} {Amount.Bar(share)} {Math.Floor(share * 100):0} %\n"
            + $"{Amount.Bytes(moving.Done)} of {Amount.Bytes(moving.Total)}{Speed(moving)}{left}";
    }

    private static string Speed(VideoStatus.Moving moving) =>
        moving.BytesPerSecond > 0 ? $" · {Amount.Speed(moving.BytesPerSecond)}" : string.Empty;
}
