using System.Globalization;
using TelegramHls.Bot.Dashboard.Acting;
using TelegramHls.Bot.Dashboard.Pages;
using TelegramHls.Bot.Dashboard.Words;
using TelegramHls.Bot.Web;
using TelegramHls.Catalog.Search;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Bot.Dashboard.Lists;

/// <summary><c>/jobs/list</c>: jobs by state, searched, filtered, sorted, page by page.</summary>
internal sealed class ListEndpoint(
    JobSearch search, JobLines lines, Operators operators, IEnumerable<IJobPipeline> pipelines, BulkActs bulk, SaidCookie said)
{
    public async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        ListAddress address = ListAddress.Read(context.Request.Query);
        FoundJobs found = await search.FindAsync(
            address.Filter, address.Order, (address.Page - 1) * address.Size, address.Size, cancellationToken);
        var view = new ListView(
            address,
            await lines.OfAsync(found.Jobs, cancellationToken),
            found.Total,
            found.Counts,
            await ChoicesAsync(cancellationToken))
        {
            Bulk = bulk.Progress,
        };
        return PageResults.Of<ListPage>(new()
        {
            [nameof(ListPage.View)] = view,
            [nameof(ListPage.Said)] = said.Take(context),
        });
    }

    private async Task<FilterChoices> ChoicesAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> names = await operators.NamesAsync(cancellationToken);
        return new FilterChoices(
            [
                .. pipelines.SelectMany(pipeline => pipeline.Steps).Select(step => step.Name).Distinct()
                    .Select(step => KeyValuePair.Create(step, StepWords.Of(step))),
            ],
            [
                .. (await search.OwnersAsync(cancellationToken)).Where(owner => owner.Length > 0)
                    .Select(owner => KeyValuePair.Create(owner, names.GetValueOrDefault(owner, owner))),
            ],
            [
                .. (await search.BotsAsync(cancellationToken)).Select(bot => bot.ToString(CultureInfo.InvariantCulture))
                    .Select(bot => KeyValuePair.Create(bot, $"Bot {bot}")),
            ]);
    }
}
