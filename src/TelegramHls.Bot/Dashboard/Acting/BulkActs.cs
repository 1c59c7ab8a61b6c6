using System.Threading.Channels;
using TelegramHls.Bot.Hosting;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Dashboard.Acting;

/// <summary>Does one thing with many jobs: a few at once while the browser waits, more of them in the background.</summary>
internal sealed class BulkActs(JobActs acts, TimeProvider clock, ILogger<BulkActs> logger) : SupervisedLoop(clock, logger)
{
    private const int AtOnce = 25;
    private const int MostOrders = 16;

    private readonly Channel<BulkOrder> _orders = Channel.CreateBounded<BulkOrder>(MostOrders);

    /// <summary>What goes on in the background; null when nothing does.</summary>
    public BulkProgress? Progress { get; private set; }

    /// <summary>Does it, or begins it, and says so.</summary>
    public async Task<Said> DoAsync(BulkOrder order)
    {
        if (order.Jobs.Count > AtOnce)
        {
            return _orders.Writer.TryWrite(order)
                ? new Said($"{ActionWords.Of(order.Action, order.Jobs.Count)}: it goes on in the background.")
                : new Said("Nothing was done: too much is going on already. Try again in a minute.", IsWarning: true);
        }

        int done = 0;
        string? refusal = null;
        foreach (JobId job in order.Jobs)
        {
            string? reason = await acts.DoAsync(order.Who, order.Action, job, step: null);
            done += reason is null ? 1 : 0;
            refusal ??= reason;
        }

        return refusal is null
            ? new Said(ActionWords.Done(order.Action, done))
            : new Said($"{(done > 0 ? $"{ActionWords.Done(order.Action, done)} " : string.Empty)}{Rest(order.Jobs.Count - done, refusal)}", IsWarning: true);
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        await foreach (BulkOrder order in _orders.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await RunAsync(order, stoppingToken);
            }
            finally
            {
                Progress = null;
            }
        }
    }

    private async Task RunAsync(BulkOrder order, CancellationToken stoppingToken)
    {
        for (int i = 0; i < order.Jobs.Count; i++)
        {
            stoppingToken.ThrowIfCancellationRequested();
            Progress = new BulkProgress(order.Action, i, order.Jobs.Count);
            await acts.DoAsync(order.Who, order.Action, order.Jobs[i], step: null);
        }
    }

    private static string Rest(int count, string refusal) =>
        count == 1 ? $"1 job stays as it is: {refusal}" : $"{ActionWords.Jobs(count)} stay as they are, the first because: {refusal}";
}
