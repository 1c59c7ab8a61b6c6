using TelegramHls.Bot.Ingest.Store;
using TelegramHls.Core.Ids;
using TelegramHls.Media.Planning;

namespace TelegramHls.Bot.Ingest;

/// <summary>Turns counts into what a person is told, a few times a second at most.</summary>
internal sealed class ProgressMeter(IVideoAnnouncer announcer, TimeProvider clock)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(500);

    /// <summary>Begins to measure bytes; the returned function takes bytes so far and in all (0 when unknown).</summary>
    public Action<long, long> Start(VideoId video, string activity)
    {
        Action<VideoStatus> show = Show(video);
        var pace = new Pace(clock);
        var turn = new Lock();
        return (done, total) =>
        {
            lock (turn)
            {
                pace.Note(done);
                show(new VideoStatus.Moving(activity, done, total, pace.Rate, total > 0 ? pace.Left(total) : null));
            }
        };
    }

    /// <summary>Begins to measure how a film is packaged and stored.</summary>
    /// <param name="video">The video.</param>
    /// <param name="plan">How it is packaged.</param>
    /// <param name="sourceSize">Bytes of the source.</param>
    public StoreMeter Start(VideoId video, PackagePlan plan, long sourceSize) => new(plan, sourceSize, clock, Show(video));

    private Action<VideoStatus> Show(VideoId video)
    {
        long? last = null;
        return status =>
        {
            long now = clock.GetTimestamp();
            if (last is not { } before || clock.GetElapsedTime(before, now) >= BetweenReports)
            {
                last = now;
                announcer.Show(video, status);
            }
        };
    }
}
