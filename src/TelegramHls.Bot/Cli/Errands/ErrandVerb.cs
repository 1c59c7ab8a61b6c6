using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Errands;

/// <summary>A verb that has an errand done and prints what came of it.</summary>
/// <param name="host">What verbs share.</param>
/// <param name="assignments">The values of <c>--set</c>.</param>
/// <param name="json">For a program: the result as JSON, and nothing of how far it is.</param>
internal sealed class ErrandVerb(VerbHost host, string[] assignments, bool json)
{
    /// <summary>Has it done where it can be, and prints it.</summary>
    /// <typeparam name="TResult">The errand's result.</typeparam>
    /// <param name="errand">Its name.</param>
    /// <param name="order">What exactly.</param>
    /// <param name="words">The result in lines for people.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="needs">What it needs where no server runs.</param>
    public Task<int> RunAsync<TResult>(
        string errand, object order, Func<TResult, IEnumerable<string>> words, CancellationToken cancellationToken, ErrandNeeds needs = ErrandNeeds.Rooms)
        where TResult : notnull => RunAsync(
            needs,
            async (place, token) =>
            {
                using var line = new NoteLine(isSilent: json);
                return await place.RunAsync<TResult>(errand, order, line, token);
            },
            words,
            cancellationToken);

    /// <summary>As above, for a verb that has several errands done.</summary>
    public Task<int> RunAsync<TResult>(
        ErrandNeeds needs,
        Func<IErrandPlace, CancellationToken, Task<TResult>> work,
        Func<TResult, IEnumerable<string>> words,
        CancellationToken cancellationToken)
        where TResult : notnull => VerbHost.GuardAsync(async () =>
    {
        // In order the first time: what was begun is brought to a point from which it goes on.
        using var signals = new StopSignals();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, signals.Token);
        try
        {
            TResult result;
            await using (IErrandPlace place = await ErrandPlaces.OpenAsync(host, assignments, needs, both.Token))
            {
                result = await work(place, both.Token);
            }

            await WriteAsync(result, words);
            return result is IVerdict { Ok: false } ? ExitCode.Failed : ExitCode.Done;
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("stopped; what was begun goes on with the server");
            return ExitCode.Failed;
        }
    });

    private async Task WriteAsync<TResult>(TResult result, Func<TResult, IEnumerable<string>> words)
        where TResult : notnull
    {
        if (json)
        {
            await Console.Out.WriteLineAsync(JsonText.Of(result));
            return;
        }

        foreach (string line in words(result))
        {
            await Console.Out.WriteLineAsync(line);
        }
    }
}
