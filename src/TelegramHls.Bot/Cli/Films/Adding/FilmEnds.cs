using System.Collections.Concurrent;
using TelegramHls.Bot.Ingest;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Cli.Films.Adding;

/// <summary>Hears the last word on films, and what is said meanwhile.</summary>
internal sealed class FilmEnds : IDisposable
{
    private readonly ConcurrentDictionary<VideoId, TaskCompletionSource<VideoStatus>> _last = new();
    private readonly IDisposable _listening;

    public FilmEnds(StatusBoard board) => _listening = board.Listen(Hear);

    /// <summary>Called with each word on a film in work.</summary>
    public Action<VideoId, VideoStatus>? Heard { get; set; }

    /// <summary>Begins to listen for a film; before its job is queued, so that no word is missed.</summary>
    public void Watch(VideoId video) =>
        _last[video] = new TaskCompletionSource<VideoStatus>(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The last word on a film that is watched.</summary>
    public Task<VideoStatus> LastAsync(VideoId video) => _last[video].Task;

    public void Dispose() => _listening.Dispose();

    private void Hear(VideoId video, VideoStatus status)
    {
        if (!_last.TryGetValue(video, out TaskCompletionSource<VideoStatus>? last))
        {
            return;
        }

        if (status.IsFinal)
        {
            last.TrySetResult(status);
        }
        else
        {
            Heard?.Invoke(video, status);
        }
    }
}
