using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest;

/// <summary>Turns counts of bytes into what a person is told, a few times a second at most.</summary>
internal sealed class ProgressMeter(IVideoAnnouncer announcer, TimeProvider clock)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan UntilSpeedIsStable = TimeSpan.FromSeconds(2);

    /// <summary>Begins to measure; the returned function takes bytes so far and in all (0 when unknown).</summary>
    public Action<long, long> Start(VideoId video, string activity)
    {
        long start = clock.GetTimestamp();
        long last = long.MinValue;
        return (done, total) =>
        {
            long now = clock.GetTimestamp();
            long seen = Interlocked.Read(ref last);
            if ((seen != long.MinValue && clock.GetElapsedTime(seen, now) < BetweenReports)
                || Interlocked.CompareExchange(ref last, now, seen) != seen)
            {
                return;
            }

            TimeSpan elapsed = clock.GetElapsedTime(start, now);
            double speed = elapsed >= UntilSpeedIsStable ? done / elapsed.TotalSeconds : 0;
            announcer.Show(video, new VideoStatus.Moving(activity, done, total, speed));
        };
    }
}
