using System.Collections.Concurrent;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest;

/// <summary>The latest word on each video in work, in memory: what pages show without asking the chat.</summary>
internal sealed class StatusBoard
{
    private readonly ConcurrentDictionary<VideoId, VideoStatus> _latest = new();

    /// <summary>The latest word; null when there is none yet since the program's start, or the last one is said.</summary>
    public VideoStatus? Find(VideoId video) => _latest.GetValueOrDefault(video);

    /// <summary>Keeps the word, or forgets the video with its last one.</summary>
    public void Note(VideoId video, VideoStatus status)
    {
        if (status.IsFinal)
        {
            _latest.TryRemove(video, out _);
        }
        else
        {
            _latest[video] = status;
        }
    }
}
