using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TelegramHls.Bot.Dashboard.Overview;

/// <summary>What the readiness checks complain about. Looked at anew after some seconds, however many pages ask.</summary>
internal sealed class HealthGlance(HealthCheckService checks, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private (long At, IReadOnlyList<Trouble> Troubles)? _last;

    public async Task<IReadOnlyList<Trouble>> LookAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && clock.GetElapsedTime(last.At) < GoodFor)
            {
                return last.Troubles;
            }

            HealthReport report = await checks.CheckHealthAsync(cancellationToken);
            IReadOnlyList<Trouble> troubles =
            [
                .. report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
                    .OrderBy(entry => entry.Value.Status)
                    .Select(entry => new Trouble(NameOf(entry.Key), entry.Value.Description, entry.Value.Status == HealthStatus.Unhealthy)),
            ];
            _last = (clock.GetTimestamp(), troubles);
            return troubles;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static string NameOf(string check) => check switch
    {
        "ffmpeg" => "ffmpeg",
        "controlBot" => "Control bot",
        "original" => "Originals",
        _ => $"{char.ToUpperInvariant(check[0])}{check[1..]}",
    };
}
