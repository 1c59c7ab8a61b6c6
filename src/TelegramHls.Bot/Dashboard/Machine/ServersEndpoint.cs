using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using TelegramHls.Bot.Dashboard.Lists;
using TelegramHls.Bot.Dashboard.Pages;
using TelegramHls.Bot.Health;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Web;
using TelegramHls.Catalog.Search;
using TelegramHls.Catalog.Upkeep;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Dashboard.Machine;

/// <summary><c>/jobs/servers</c>: the process, its places for jobs and what they do.</summary>
internal sealed class ServersEndpoint(
    RunMark mark,
    JobQueue queue,
    EngineHealth engine,
    JobSearch search,
    JobLines lines,
    RecurringJobs recurring,
    DatabaseUpkeep database,
    DataDirectory directory,
    IOptions<DataOptions> options)
{
    public const string Path = "/jobs/servers";

    // Jobs:Parallel is at most 64.
    private const int MostRunning = 64;

    public async Task<IResult> ShowAsync(CancellationToken cancellationToken)
    {
        FoundJobs running = await search.FindAsync(new JobFilter(JobState.Running), JobOrder.Oldest, 0, MostRunning, cancellationToken);
        IReadOnlyList<RecurringStanding> turns = await recurring.ListAsync(cancellationToken);
        var view = new ServerView(
            $"{Environment.MachineName}, process {Environment.ProcessId}",
            BuildVersion.Text,
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors",
            mark.StartedAt,
            mark.BeatAt,
            mark.CutOffAt,
            Environment.WorkingSet,
            Environment.CpuUsage.TotalTime,
            database.Bytes,
            directory.FreeBytes(),
            options.Value.MinFreeBytes,
            await queue.LookAsync(cancellationToken),
            engine.Problem,
            await lines.OfAsync(running.Jobs, cancellationToken),
            [.. turns.Where(turn => turn.IsRunning).Select(turn => turn.Title)]);
        return PageResults.Of<ServersPage>(new() { [nameof(ServersPage.View)] = view });
    }
}
