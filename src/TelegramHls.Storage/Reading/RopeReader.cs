using TelegramHls.Core.Ids;
using TelegramHls.Core.Ropes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Storage.Reading;

/// <inheritdoc />
internal sealed class RopeReader(KnownFiles files, PartCache cache, PartPrefetch prefetch) : IRopeReader
{
    public RopeStream Open(Rope rope) => new(rope, OpenAsync);

    public async Task<PartStream> OpenAsync(StoredFileId file, CancellationToken cancellationToken) =>
        await OpenAsync(file, long.MaxValue, cancellationToken);

    public void Forget(StoredFileId file)
    {
        files.Forget(file);
        cache.Remove(file);
    }

    private async ValueTask<PartStream> OpenAsync(StoredFileId file, long end, CancellationToken cancellationToken)
    {
        StoredFile found = await files.GetAsync(file, end, cancellationToken);
        return new PartStream(found, cache, prefetch);
    }
}
