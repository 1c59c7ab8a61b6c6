using System.Threading.Channels;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Storage.Parts;

/// <summary>
/// Takes spooled parts through a bounded channel and stores them side by side. Whoever adds waits while the spool is
/// full, so that neither memory nor spool grow with the film. The first failure ends it all.
/// </summary>
internal sealed class PartUploads : IAsyncDisposable
{
    // Waiting parts beside those on their way: one to go on with at once, one that is being handed over.
    private const int Waiting = 1;

    private readonly StoreRequest _request;
    private readonly CommitProgress _progress;
    private readonly IPartLedger _ledger;
    private readonly BotPool _pool;
    private readonly StopGrace _grace;
    private readonly TimeProvider _clock;
    private readonly Channel<SpooledPart> _parts = Channel.CreateBounded<SpooledPart>(Waiting);
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Task> _uploads = [];

    public PartUploads(
        StoreRequest request, CommitProgress progress, IPartLedger ledger, BotPool pool, StopGrace grace, TimeProvider clock)
    {
        (_grace, _clock) = (grace, clock);
        _request = request;
        _progress = progress;
        _ledger = ledger;
        _pool = pool;
    }

    private Task All => Task.WhenAll(_uploads);

    /// <summary>Hands a part over; waits for room. Throws what an upload failed with.</summary>
    public async ValueTask AddAsync(SpooledPart part, CancellationToken cancellationToken)
    {
        // One more than there are bots now: a part is ready when a bot becomes free, also with a single bot.
        while (_uploads.Count <= _pool.Size)
        {
            _uploads.Add(Task.Run(UploadAsync, CancellationToken.None));
        }

        try
        {
            await _parts.Writer.WriteAsync(part, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            await All;
            throw;
        }
    }

    /// <summary>Comes back once everything is committed.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        _parts.Writer.TryComplete();
        await All.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _parts.Writer.TryComplete();
        await LetArriveAsync();
        await _ending.CancelAsync();
        await All.ContinueWith(
            ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _ending.Dispose();
    }

    /// <summary>When the program stops, parts that are on their way may still arrive; no other sets out.</summary>
    private async Task LetArriveAsync()
    {
        while (_parts.Reader.TryRead(out _))
        {
            // It lies in the spool and is cut again from the same bytes.
        }

        if (_grace.Now is { } grace && grace > TimeSpan.Zero)
        {
            await Task.WhenAny(All, Task.Delay(grace, _clock, CancellationToken.None));
        }
    }

    private async Task UploadAsync()
    {
        try
        {
            await foreach (SpooledPart part in _parts.Reader.ReadAllAsync(_ending.Token))
            {
                await StoreAsync(part, _ending.Token);
            }
        }
        catch (Exception)
        {
            // Wakes up the writer, who then gets this exception, and the other uploads, which need not go on.
            _parts.Writer.TryComplete();
            await _ending.CancelAsync();
            throw;
        }
    }

    private async Task StoreAsync(SpooledPart part, CancellationToken cancellationToken)
    {
        string name = PartName.Of(_request.Video, _request.File, part.Index, part.Hashes.Sha256).ToString();
        SpooledPart named = part.Rename(name);
        (Replica replica, long intent) = await _pool.StoreAsync(
            new PartToSend(_request.File, named, name), cancellationToken);

        // The message stands in the channel: from here to its row nothing is cancelled any more.
        if (_request.BeforeCommit is { } before)
        {
            await before(part.Offset + part.Length, CancellationToken.None);
        }

        await _ledger.CommitPartAsync(_request.File, intent, part.With(replica), CancellationToken.None);
        File.Delete(named.Path);
        _progress.Add(part);
    }
}
