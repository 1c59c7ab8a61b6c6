using TelegramHls.Bot.Wording;
using TelegramHls.Jobs.Recurring;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>
/// Removes from spool, cache and copies what belongs to no film any more: a kill between the deletion of rows and of files leaves
/// such.
/// </summary>
internal sealed class DiskSweep(LocalLeftovers local, IRopeReader reader) : IRecurringJob
{
    // What is younger may be of a film whose row is just about to be written.
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    public string Name => "disk-sweep";

    public string Title => "Sweep cache and spool";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool RunsAtStart => false;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        LocalFindings here = await local.FindAsync(Settled, cancellationToken);
        here.Remove(reader);
        LeftFiles[] left = [here.Spool, here.Indexes, here.Companions, here.Cache];
        return left.Sum(one => one.Count) is > 0 and var count
            ? $"Removed {Amount.Of(count, "leftover")} of films that are gone ({Amount.Bytes(left.Sum(one => one.Bytes))})."
            : "Nothing lay about.";
    }
}
