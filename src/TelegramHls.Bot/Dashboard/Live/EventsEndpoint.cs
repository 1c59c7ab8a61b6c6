using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TelegramHls.Catalog.Search;

namespace TelegramHls.Bot.Dashboard.Live;

/// <summary>
/// <c>/jobs/events</c>: tells a page which jobs changed, at most once a second; the page then asks for itself anew. It ends when
/// the browser leaves, is signed out, or the program stops, and after some time by itself, so that a sign-in that ran out is noticed.
/// </summary>
internal sealed class EventsEndpoint(JobFeed feed, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    /// <summary>Where the events are.</summary>
    public const string Path = "/jobs/events";

    // Each listener costs a short read a second.
    private const int MostListeners = 64;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private int _listeners;

    public IResult Listen(HttpContext context)
    {
        if (Interlocked.Increment(ref _listeners) > MostListeners)
        {
            Interlocked.Decrement(ref _listeners);
            context.Response.Headers.RetryAfter = "10";
            return Results.Problem("Too many pages listen already.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        // As late as the answer itself, so that one that never begins gives its place back too.
        context.Response.OnCompleted(() =>
        {
            Interlocked.Decrement(ref _listeners);
            return Task.CompletedTask;
        });
        return TypedResults.ServerSentEvents(ChangesAsync(context.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        long began = clock.GetTimestamp();
        long told = began;
        JobChanges last = await feed.SinceAsync(before: null, cancellationToken);
        yield return new SseItem<string>("{}", "still") { ReconnectionInterval = TimeSpan.FromSeconds(2) };
        while (clock.GetElapsedTime(began) < Longest)
        {
            if (await LookAsync(last, end.Token) is not { } next)
            {
                yield break;
            }

            bool isNew = next.Jobs.Count > 0 || next.LastLine != last.LastLine || next.LastAction != last.LastAction;
            last = next;
            if (isNew)
            {
                told = clock.GetTimestamp();
                yield return new SseItem<string>(JsonSerializer.Serialize(new { jobs = next.Jobs.Select(job => job.Value) }), "changed");
            }
            else if (clock.GetElapsedTime(told) >= BetweenSigns)
            {
                told = clock.GetTimestamp();
                yield return new SseItem<string>("{}", "still");
            }
        }
    }

    /// <summary>What is new after a pause; null when the answer is to end.</summary>
    private async Task<JobChanges?> LookAsync(JobChanges last, CancellationToken end)
    {
        try
        {
            await Task.Delay(Pause, clock, end);
            return await feed.SinceAsync(last, end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return null;
        }
    }
}
