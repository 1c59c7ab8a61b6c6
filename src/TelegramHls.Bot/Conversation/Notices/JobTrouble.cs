using Microsoft.Extensions.Options;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Conversation.Notices;

/// <summary>Three films in a row used up their attempts; over with the next that comes through.</summary>
internal sealed class JobTrouble(JobStandings standings, IOptions<JobsOptions> options) : ITroubleSource
{
    private const int InARow = 3;

    public async Task<IReadOnlyList<Trouble>> LookAsync(CancellationToken cancellationToken) =>
        await standings.FailuresInARowAsync(options.Value.MaxAttempts, InARow, cancellationToken) < InARow
            ? []
            : [
                new Trouble(
                    "jobs",
                    $"{InARow} films in a row failed\nEach was tried {options.Value.MaxAttempts} times. Why stands in the dashboard, where they can be tried again: /dashboard",
                    "Films come through again.",
                    BadFor: TimeSpan.Zero,
                    WellFor: TimeSpan.Zero),
            ];
}
