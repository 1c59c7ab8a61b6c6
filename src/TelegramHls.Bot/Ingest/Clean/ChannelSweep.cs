using Microsoft.Extensions.Options;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Jobs.Recurring;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>
/// Sweeps the channels at the start, whenever something was deleted, and often enough for <c>Storage:SweepMinutes</c>; finishes
/// deletions that a stop of the program interrupted.
/// </summary>
internal sealed class ChannelSweep(
    Leftovers leftovers, VideoQueries videos, DeleteCommands commands, IOptions<StorageOptions> options) : IRecurringJob
{
    /// <summary>Its name, for those who have something to be swept.</summary>
    public const string JobName = "channel-sweep";

    public string Name => JobName;

    public string Title => "Sweep the channels";

    /// <summary>A send is looked for ten minutes after it began: with this pause it is found within the promised minutes.</summary>
    public TimeSpan Every => TimeSpan.FromMinutes(Math.Max(
        1, Math.Min(options.Value.SweepMinutes / 2, options.Value.SweepMinutes - (int)OrphanSweep.Settled.TotalMinutes)));

    public bool RunsAtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        foreach (Video video in await videos.InStateAsync(VideoState.Deleting, cancellationToken))
        {
            leftovers.Forget(await commands.DeleteAsync(video.Id, cancellationToken));
            leftovers.RemoveSpool(video.Id);
        }

        (int found, RemovalResult removed) = await leftovers.SweepAsync(cancellationToken);
        return RemovalText.Of(found, removed);
    }
}
