using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Catalog.Audit;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Cli.Cleanup;

/// <summary>What <c>cleanup</c> asks for.</summary>
/// <param name="OlderThan">Younger leftovers stay.</param>
/// <param name="DryRun">Nothing is removed.</param>
internal sealed record CleanupOrder(TimeSpan OlderThan, bool DryRun);

/// <summary>What was left behind, and what became of it.</summary>
/// <param name="DryRun">Nothing was removed.</param>
/// <param name="Spool">Work of films that nobody makes any more.</param>
/// <param name="Indexes">Index and header files of films that are gone.</param>
/// <param name="Companions">Posters, subtitles and previews of films that are gone.</param>
/// <param name="Cache">Cached parts of films that are gone.</param>
/// <param name="Messages">In the channels, that no film needs; before anything was removed.</param>
/// <param name="Found">Messages found whose sending was never answered.</param>
/// <param name="Deleted">Messages deleted.</param>
/// <param name="Emptied">Messages too old to be deleted, which were emptied.</param>
/// <param name="Left">Messages that could be neither.</param>
internal sealed record CleanedUp(
    bool DryRun,
    LeftFiles Spool,
    LeftFiles Indexes,
    LeftFiles Companions,
    LeftFiles Cache,
    int Messages,
    int Found,
    int Deleted,
    int Emptied,
    int Left);

/// <summary>Removes what films left behind: on this machine and in the channels. The server does the same by itself in time.</summary>
internal sealed class CleanupErrand(
    LocalLeftovers local, MessageQueries messages, OrphanSweep sweep, MessageRemover remover, IRopeReader reader, AuditCommands audit)
    : Errand<CleanupOrder, CleanedUp>
{
    public const string ErrandName = "cleanup";

    public override string Name => ErrandName;

    protected override async Task<CleanedUp> DoAsync(CleanupOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        notes.Report(new ErrandNote("Looking at the data directory …"));
        LocalFindings here = await local.FindAsync(order.OlderThan, cancellationToken);
        Removals removals = await messages.RemovalsAsync(cancellationToken);
        (int found, RemovalResult removed) = (0, new RemovalResult(0, 0, 0));
        if (!order.DryRun)
        {
            here.Remove(reader);
            notes.Report(new ErrandNote("Looking for lost messages in the channels …"));
            found = await sweep.RunAsync(cancellationToken);
            notes.Report(new ErrandNote("Removing messages …"));
            removed = await remover.RunAsync(cancellationToken);
            await audit.WriteAsync(CommandLine.Who, "cleanup", target: null, JsonText.Line(order), CancellationToken.None);
        }

        return new CleanedUp(
            order.DryRun, here.Spool, here.Indexes, here.Companions, here.Cache,
            removals.Waiting, found, removed.Deleted, removed.Emptied, removed.Left);
    }
}
