using TelegramHls.Bot.Dashboard.Lists;
using TelegramHls.Bot.Dashboard.Pages;
using TelegramHls.Bot.Web;
using TelegramHls.Catalog.Audit;
using TelegramHls.Catalog.Search;
using TelegramHls.Core.Ids;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Dashboard.Acting;

/// <summary><c>/jobs/act</c>, <c>/jobs/pause</c>, <c>/jobs/resume</c>: what operators do, each with its line in the audit.</summary>
internal sealed class ActEndpoints(
    JobSearch search, JobActs acts, BulkActs bulk, JobQueue queue, AuditCommands audit, Operators operators, SaidCookie cookie)
{
    /// <summary>Where actions go.</summary>
    public const string Path = "/jobs/act";

    /// <summary>Where the whole queue is stopped.</summary>
    public const string PausePath = "/jobs/pause";

    /// <summary>Where it is let go on.</summary>
    public const string ResumePath = "/jobs/resume";

    private const string Home = "/jobs";

    private static readonly Uri Here = new("http://here");

    /// <summary>Does what the form says, or asks first where much would be lost.</summary>
    public async Task<IResult> ActAsync(HttpContext context, CancellationToken cancellationToken)
    {
        IFormCollection form = await context.Request.ReadFormAsync(cancellationToken);
        string back = BackOf(form);
        if (ActionWords.Find(form["action"]) is not { } action)
        {
            return Tell(context, back, new Said("Nothing was done: that is no action.", IsWarning: true));
        }

        bool all = form["all"] == "1";
        IReadOnlyList<JobId> jobs = all
            ? await search.IdsAsync(ListAddress.Read(form).Filter, cancellationToken)
            : [.. form["job"].OfType<string>().Where(Base62.IsValid).Distinct().Select(JobId.From)];
        if (jobs.Count == 0)
        {
            return Tell(context, back, new Said("Nothing was done: no job is ticked.", IsWarning: true));
        }

        bool asks = all || action is JobAction.Cancel or JobAction.Delete;
        if (asks && form["sure"] != "1")
        {
            return await AskAsync(action, jobs, all ? ListAddress.Read(form) : null, back, cancellationToken);
        }

        string who = await operators.NameAsync(context);
        string? step = form["step"].ToString() is { Length: > 0 } named ? named : null;
        Said said = step is null ? await bulk.DoAsync(new BulkOrder(who, action, jobs)) : await RetryFromAsync(who, jobs[0], step);
        return Tell(context, action == JobAction.Delete && back == $"{Home}/{jobs[0]}" ? Home : back, said);
    }

    /// <summary>No job begins until the queue is let go on.</summary>
    public async Task<IResult> PauseAsync(HttpContext context, CancellationToken cancellationToken)
    {
        await queue.PauseAsync(cancellationToken);
        await audit.WriteAsync(await operators.NameAsync(context), "pause", target: null, detail: null, CancellationToken.None);
        return Tell(context, BackOf(await context.Request.ReadFormAsync(cancellationToken)), new Said("The queue is paused: what runs goes on, nothing begins."));
    }

    /// <summary>Jobs begin again.</summary>
    public async Task<IResult> ResumeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        await queue.ResumeAsync(cancellationToken);
        await audit.WriteAsync(await operators.NameAsync(context), "resume", target: null, detail: null, CancellationToken.None);
        return Tell(context, BackOf(await context.Request.ReadFormAsync(cancellationToken)), new Said("The queue goes on."));
    }

    private async Task<Said> RetryFromAsync(string who, JobId job, string step) =>
        await acts.DoAsync(who, JobAction.Retry, job, step) is { } refusal
            ? new Said($"Nothing was done: {refusal}", IsWarning: true)
            : new Said($"The job begins again at the step {step}, or before where what that needs is gone.");

    private async Task<IResult> AskAsync(
        JobAction action, IReadOnlyList<JobId> jobs, ListAddress? all, string back, CancellationToken cancellationToken)
    {
        IReadOnlyList<FoundJob> some = await search.ByIdsAsync([.. jobs.Take(ConfirmView.Shown)], cancellationToken);
        return PageResults.Of<ConfirmPage>(new()
        {
            [nameof(ConfirmPage.View)] = new ConfirmView(action, jobs, [.. some.Select(job => job.Title ?? $"Job {job.Job.Id}")], all, back),
        });
    }

    private IResult Tell(HttpContext context, string back, Said said)
    {
        cookie.Say(context, said);
        return Results.LocalRedirect(back, permanent: false, preserveMethod: false);
    }

    // Only to pages of ours, whatever the form says.
    private static string BackOf(IFormCollection form) =>
        Uri.TryCreate(Here, form["back"].ToString(), out Uri? back) && Here.IsBaseOf(back)
            && (back.AbsolutePath == Home || back.AbsolutePath.StartsWith($"{Home}/", StringComparison.Ordinal))
            ? back.PathAndQuery
            : Home;
}
