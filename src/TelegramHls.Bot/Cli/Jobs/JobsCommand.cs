using System.CommandLine;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Dashboard.Acting;
using TelegramHls.Bot.Dashboard.Words;

namespace TelegramHls.Bot.Cli.Jobs;

/// <summary>The verb <c>jobs</c>.</summary>
internal static class JobsCommand
{
    private const string ActedShape = "{ok, jobs: [{id, job, problem}]}";

    private static readonly string[] Head = ["JOB", "STATE", "STEP", "QUEUED (UTC)", "FILM", "TITLE"];

    public static Command Create(VerbHost host) =>
        new("jobs", "Shows and steers jobs.\n\nExample: telegramhls jobs list --state failed") { List(host), Retry(host), Cancel(host) };

    private static Command List(VerbHost host)
    {
        string[] states = [.. StateWords.All.Select(StateWords.NameOf)];
        var state = new Option<string?>("--state") { Description = $"Only jobs in this state: {string.Join(", ", states)}.", HelpName = "STATE" };
        state.AcceptOnlyFromAmong(states);
        var text = new Option<string?>("--text") { Description = "Only jobs with these words in title, file name, id or error.", HelpName = "WORDS" };
        var step = new Option<string?>("--step") { Description = "Only jobs that are, or failed, at this step.", HelpName = "STEP" };
        Option<int> limit = VerbOptions.Limit("jobs", 50);
        Option<int> skip = VerbOptions.Skip("jobs");
        Option<bool> json = VerbOptions.Json(
            "{jobs: [{id, video, title, state, priority, step, attempts, error, queuedAt, nextAttemptAt, finishedAt}], total, counts: {state: number}}");
        var list = new Command(
            "list",
            """
            Lists jobs, newest first.

            Example: telegramhls jobs list --state failed
            Example: telegramhls jobs list --text "night train" --json
            """)
        {
            state, text, step, limit, skip, json,
        };
        list.SetAction((parsed, cancellationToken) => new ErrandVerb(host, host.Assignments(parsed), parsed.GetValue(json))
            .RunAsync<ListedJobs>(
                JobsListErrand.ErrandName,
                new JobsListOrder(
                    parsed.GetValue(state), parsed.GetValue(text), parsed.GetValue(step), parsed.GetValue(skip), parsed.GetValue(limit)),
                Words,
                cancellationToken));
        return list;
    }

    private static Command Retry(VerbHost host)
    {
        var from = new Option<string?>("--from")
        {
            Description = "Begins again at this step, or before it where what that needs is gone. Else at the step at which the job stands.",
            HelpName = "STEP",
        };
        return Act(
            host,
            JobAction.Retry,
            new Command(
                "retry",
                """
                Lets jobs begin again. The jobs of films that are named begin again, too.

                Example: telegramhls jobs retry ZJBTIbuHbA
                Example: telegramhls jobs retry ZJBTIbuHbA --from fetch
                """),
            from);
    }

    private static Command Cancel(VerbHost host) => Act(
        host,
        JobAction.Cancel,
        new Command(
            "cancel",
            """
            Stops jobs. Nothing of a film that is not ready is kept.

            Example: telegramhls jobs cancel ZJBTIbuHbA
            """),
        step: null);

    private static Command Act(VerbHost host, JobAction action, Command command, Option<string?>? step)
    {
        Argument<string[]> ids = VerbOptions.Ids("Jobs as telegramhls jobs list shows them, or films.");
        Option<bool> json = VerbOptions.Json(ActedShape);
        command.Arguments.Add(ids);
        command.Options.Add(json);
        if (step is not null)
        {
            command.Options.Add(step);
        }

        command.SetAction((parsed, cancellationToken) => new ErrandVerb(host, host.Assignments(parsed), parsed.GetValue(json))
            .RunAsync<ActedJobs>(
                JobsActErrand.ErrandName,
                new JobsActOrder(action, parsed.GetRequiredValue(ids), step is null ? null : parsed.GetValue(step)),
                done => done.Jobs.Select(job => $"{job.Id}  {job.Problem ?? (action == JobAction.Retry ? "begins again" : "cancelled")}"),
                cancellationToken));
        return command;
    }

    private static IEnumerable<string> Words(ListedJobs found)
    {
        if (found.Jobs.Count == 0)
        {
            yield return "No jobs.";
            yield break;
        }

        foreach (string line in Columns.Of(Head, found.Jobs.Select(Row), Terminal.Width))
        {
            yield return line;
        }

        string counts = string.Join(", ", found.Counts.Select(count => $"{count.Value} {count.Key}"));
        yield return found.Jobs.Count == found.Total ? counts : $"{found.Jobs.Count} of {found.Total} ({counts}); --limit and --skip show others.";
    }

    private static string[] Row(ListedJob job) =>
    [
        job.Id,
        job.State,
        job.Step ?? "-",
        job.QueuedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm"),
        job.Video,
        job.Error is null ? job.Title ?? "-" : $"{job.Title ?? "-"}: {job.Error}",
    ];
}
