using TelegramHls.Bot.Dashboard.Pages;
using TelegramHls.Bot.Web;
using TelegramHls.Catalog.Audit;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Dashboard.Machine;

/// <summary><c>/jobs/recurring</c>: when each ran, what came of it, when it runs next; run now, on and off.</summary>
internal sealed class RecurringEndpoint(RecurringJobs recurring, AuditCommands audit, Operators operators, SaidCookie said)
{
    public const string Path = "/jobs/recurring";

    /// <summary>Where the forms go.</summary>
    public const string ActPath = "/jobs/recurring/act";

    public async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken) => PageResults.Of<RecurringPage>(new()
    {
        [nameof(RecurringPage.Jobs)] = await recurring.ListAsync(cancellationToken),
        [nameof(RecurringPage.Said)] = said.Take(context),
    });

    /// <summary>Does what the form says, and writes it into the audit.</summary>
    public async Task<IResult> ActAsync(HttpContext context, CancellationToken cancellationToken)
    {
        IFormCollection form = await context.Request.ReadFormAsync(cancellationToken);
        string job = form["job"].ToString();
        string action = form["action"].ToString();
        bool isDone = action switch
        {
            "run" => await recurring.RunNowAsync(job, cancellationToken),
            "on" => await recurring.SwitchAsync(job, isOn: true, cancellationToken),
            "off" => await recurring.SwitchAsync(job, isOn: false, cancellationToken),
            _ => false,
        };
        if (isDone)
        {
            await audit.WriteAsync(await operators.NameAsync(context), Word(action), job, detail: null, CancellationToken.None);
        }

        said.Say(context, isDone ? new Said(Done(action)) : new Said("Nothing was done: there is no such job or action.", IsWarning: true));
        return Results.LocalRedirect(Path, permanent: false, preserveMethod: false);
    }

    private static string Word(string action) => action == "run" ? "run now" : $"switch {action}";

    private static string Done(string action) => action switch
    {
        "run" => "It runs now.",
        "on" => "It runs by itself again.",
        _ => "It runs only when it is asked to, from now on.",
    };
}
