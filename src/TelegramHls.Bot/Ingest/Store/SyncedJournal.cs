using TelegramHls.Media.Fragments;
using TelegramHls.Media.Journals;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>The fragment journal, appended to by packaging and synced by uploads at the same time.</summary>
internal sealed class SyncedJournal(string path) : IAsyncDisposable
{
    private readonly FragmentJournal _journal = FragmentJournal.Create(path);
    private readonly SemaphoreSlim _turn = new(1, 1);

    public string Path => path;

    public Task AppendAsync(PackageHeader header, CancellationToken cancellationToken) =>
        InTurnAsync(() => _journal.AppendAsync(header, cancellationToken), cancellationToken);

    public Task AppendAsync(Fragment fragment, CancellationToken cancellationToken) =>
        InTurnAsync(() => _journal.AppendAsync(fragment, cancellationToken), cancellationToken);

    public Task AppendAsync(PartCut cut, CancellationToken cancellationToken) =>
        InTurnAsync(() => _journal.AppendAsync(cut, cancellationToken), cancellationToken);

    public Task FlushAsync(CancellationToken cancellationToken) =>
        InTurnAsync(() => _journal.FlushAsync(cancellationToken), cancellationToken);

    public Task CompleteAsync(CancellationToken cancellationToken) =>
        InTurnAsync(() => _journal.CompleteAsync(cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        _turn.Dispose();
    }

    private async Task InTurnAsync(Func<ValueTask> action, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await action();
        }
        finally
        {
            _turn.Release();
        }
    }
}
