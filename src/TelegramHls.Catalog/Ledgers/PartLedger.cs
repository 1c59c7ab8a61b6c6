using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Ledgers;

internal sealed class PartLedger(CatalogStore store, TimeProvider clock) : IPartLedger
{
    public Task<StoredFile> OpenFileAsync(StoredFileId file, VideoId video, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                StoredFileRow? row = await LoadAsync(context, file, cancellationToken);
                if (row is null)
                {
                    row = new StoredFileRow { Id = file, VideoId = video, Version = 1, CreatedAt = clock.GetUtcNow() };
                    context.StoredFiles.Add(row);
                }

                return ToFile(row);
            },
            cancellationToken);

    public Task<StoredFile?> FindFileAsync(StoredFileId file, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async context => await LoadAsync(context, file, cancellationToken) is { } row ? ToFile(row) : null,
            cancellationToken);

    public Task<IReadOnlyList<StoredPart>> CommittedPartsAsync(StoredFileId file, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<StoredPart>>(
            async context => await LoadAsync(context, file, cancellationToken) is { } row
                ? [.. row.Parts.OrderBy(part => part.Index).Select(part => part.ToPart())]
                : [],
            cancellationToken);

    public async Task<long> BeginSendAsync(SendIntent intent, CancellationToken cancellationToken)
    {
        IntentRow written = await store.WriteAsync(
            async context =>
            {
                int? replica = await context.Replicas.Where(row => row.ChatId == intent.ChatId)
                    .MaxAsync(row => (int?)row.MessageId, cancellationToken);
                int? orphan = await context.Orphans.Where(row => row.ChatId == intent.ChatId)
                    .MaxAsync(row => (int?)row.MessageId, cancellationToken);
                var row = new IntentRow
                {
                    FileId = intent.File,
                    PartIndex = intent.PartIndex,
                    BotId = intent.BotId,
                    ChatId = intent.ChatId,
                    FileName = intent.FileName,
                    LastKnownMessageId = Math.Max(intent.LastKnownMessageId, Math.Max(replica ?? 0, orphan ?? 0)),
                    At = clock.GetUtcNow(),
                };
                context.Intents.Add(row);
                return row;
            },
            cancellationToken);
        return written.Number;
    }

    public Task AbandonSendAsync(long intent, CancellationToken cancellationToken) =>
        store.WriteAsync(
            context => context.Intents.Where(row => row.Number == intent).ExecuteDeleteAsync(cancellationToken),
            cancellationToken);

    public Task MarkSendUnknownAsync(long intent, CancellationToken cancellationToken) =>
        store.WriteAsync(
            context => context.Intents.Where(row => row.Number == intent).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.IsUnknown, true), cancellationToken),
            cancellationToken);

    public Task CommitPartAsync(
        StoredFileId file, long intent, StoredPart part, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                PartRow row = await PartRows.FindOrAddAsync(context, file, part, cancellationToken);
                foreach (Replica replica in part.Replicas)
                    await PartRows.UpsertReplicaAsync(context, row, replica, cancellationToken);

                await context.Intents.Where(row => row.Number == intent).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);

    public Task<int> DropPartsAsync(StoredFileId file, int fromIndex, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                StoredFileRow row = await PartRows.FileAsync(context, file, cancellationToken);
                row.Version++;
                row.Sha256 = null;
                row.Length = 0;
                await StoredFiles.OrphanPartsAsync(context, file, fromIndex, cancellationToken);
                return row.Version;
            },
            cancellationToken);

    public Task CompleteFileAsync(StoredFileId file, string sha256, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                StoredFileRow row = await PartRows.FileAsync(context, file, cancellationToken);
                IQueryable<PartRow> parts = context.Parts.Where(part => part.FileId == file);
                int count = await parts.CountAsync(cancellationToken);
                int last = await parts.MaxAsync(part => (int?)part.Index, cancellationToken) ?? -1;
                if (count == 0 || last != count - 1)
                    throw new InvalidOperationException($"The stored file {file} has a hole: {count} parts, last {last}.");

                row.Sha256 = sha256;
                row.Length = await parts.SumAsync(part => (long)part.Length, cancellationToken);
            },
            cancellationToken);

    public Task UpsertReplicaAsync(
        StoredFileId file, int partIndex, Replica replica, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                PartRow row = await context.Parts.SingleOrDefaultAsync(
                    part => part.FileId == file && part.Index == partIndex, cancellationToken)
                    ?? throw new InvalidOperationException($"Part {partIndex} of {file} is not committed.");
                await PartRows.UpsertReplicaAsync(context, row, replica, cancellationToken);
            },
            cancellationToken);

    private static Task<StoredFileRow?> LoadAsync(
        CatalogContext context, StoredFileId file, CancellationToken cancellationToken) =>
        context.StoredFiles
            .Include(row => row.Parts.OrderBy(part => part.Index))
            .ThenInclude(part => part.Replicas)
            .AsSingleQuery()
            .SingleOrDefaultAsync(row => row.Id == file, cancellationToken);

    private static StoredFile ToFile(StoredFileRow row)
    {
        IEnumerable<PartRow> whole = row.Parts.OrderBy(part => part.Index)
            .TakeWhile((part, index) => part.Index == index);
        return new StoredFile(row.Id, row.VideoId, row.Version, row.Sha256, [.. whole.Select(part => part.ToPart())]);
    }
}
