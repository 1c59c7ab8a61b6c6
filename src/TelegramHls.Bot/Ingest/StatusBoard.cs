using System.Collections.Concurrent;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest;

/// <summary>The latest word on each video in work, in memory: what pages show without asking the chat.</summary>
internal sealed class StatusBoard
{
    private readonly ConcurrentDictionary<VideoId, VideoStatus> _latest = new();

    private readonly ConcurrentDictionary<object, Action<VideoId, VideoStatus>> _listeners = new();

    /// <summary>Hears every word from now on, also the last ones, until the result is disposed.</summary>
    /// <param name="listener">Called where the word is said, so it must not wait.</param>
    public IDisposable Listen(Action<VideoId, VideoStatus> listener)
    {
        var listening = new Listening(_listeners);
        _listeners[listening] = listener;
        return listening;
    }

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

        foreach (Action<VideoId, VideoStatus> listener in _listeners.Values)
        {
            listener(video, status);
        }
    }

    private sealed class Listening(ConcurrentDictionary<object, Action<VideoId, VideoStatus>> listeners) : IDisposable
    {
        public void Dispose() => listeners.TryRemove(this, out _);
    }
}
