using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>What was published so far, and what must hold of it whatever happens.</summary>
internal sealed class Published(StorageRig rig)
{
    private readonly Dictionary<StoredFileId, RandomFile> _files = [];

    public IReadOnlyCollection<StoredFileId> Files => _files.Keys;

    public void Add(StoredFileId file, RandomFile source) => _files.Add(file, source);

    public void Remove(StoredFileId file) => _files.Remove(file);

    /// <summary>Every published byte reads back equal, and the rows of a file are one for each index.</summary>
    public async Task ShouldReadBackAsync()
    {
        foreach ((StoredFileId id, RandomFile source) in _files)
        {
            (await rig.Ledger.CommittedPartsAsync(id, CancellationToken.None)).Select(part => part.Index)
                .ShouldBe(Enumerable.Range(0, (await rig.FileAsync(id)).Parts.Length), $"{id} has a hole or an index twice");
            (await rig.Sha256Async(id)).ShouldBe(source.Sha256, $"{id} reads back other bytes");
        }
    }

    /// <summary>Every document that stands in a channel is named by a row, but those that were emptied.</summary>
    public async Task ShouldBeAllThereIsAsync()
    {
        HashSet<(long Chat, int Message)> named = [];
        foreach (StoredFileId id in _files.Keys)
        {
            named.UnionWith((await rig.FileAsync(id)).Parts.SelectMany(part => part.Replicas)
                .Select(replica => (replica.ChatId, replica.MessageId)));
        }

        (await rig.DocumentsAsync()).Where(document => document.Size > 1 && !named.Contains((document.Chat, document.Id)))
            .ShouldBeEmpty("messages of ours that no row names");
    }

    /// <summary>What the program does from time to time, an hour later: the sweep, then the removal.</summary>
    public async Task SweepAsync()
    {
        ((SwiftClock)rig.Time).Move(TimeSpan.FromHours(1));
        await rig.CheckPoolAsync();
        await rig.Sweep.RunAsync(CancellationToken.None);
        await rig.Remover.RunAsync(CancellationToken.None);
    }
}
