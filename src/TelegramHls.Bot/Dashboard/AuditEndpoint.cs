using System.Globalization;
using TelegramHls.Bot.Dashboard.Pages;
using TelegramHls.Bot.Web;
using TelegramHls.Catalog.Audit;

namespace TelegramHls.Bot.Dashboard;

/// <summary><c>/jobs/audit</c>: who did what, when.</summary>
internal sealed class AuditEndpoint(AuditQueries audit)
{
    public const string Path = "/jobs/audit";
    private const int PageSize = 100;

    public async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        int page = int.TryParse(context.Request.Query["page"], CultureInfo.InvariantCulture, out int asked) && asked is > 0 and < int.MaxValue / PageSize
            ? asked : 1;
        AuditPage found = await audit.ListAsync(target: null, (page - 1) * PageSize, PageSize, cancellationToken);
        return PageResults.Of<ActionsPage>(new()
        {
            [nameof(ActionsPage.View)] = found,
            [nameof(ActionsPage.Page)] = page,
            [nameof(ActionsPage.Pages)] = Math.Max(1, (found.Total + PageSize - 1) / PageSize),
        });
    }
}
