using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Wording;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Tests.Ingest;

/// <summary>Hears what would be said to the person.</summary>
internal sealed class SpokenStatuses : IVideoAnnouncer
{
    public WorkStanding Standing { get; private set; } = new("Nothing yet");

    public List<int> Percentages { get; } = [];

    public void Show(VideoId video, VideoStatus status)
    {
        Standing = WorkStanding.Of(status);
        if (Standing.Percent is { } percent)
        {
            Percentages.Add(percent);
        }
    }

    public Task ShowAndWaitAsync(VideoId video, VideoStatus status, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A meter does not wait.");
}
