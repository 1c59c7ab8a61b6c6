using TelegramHls.Core.Ids;
using TelegramHls.Core.Ropes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading.Ahead;

namespace TelegramHls.Storage.Reading;

/// <inheritdoc />
internal sealed class RopeReader(KnownFiles files, PartCache cache, ReadAhead ahead, TimeProvider time) : IRopeReader
{
    public RopeStream Open(Rope rope, Patience patience) => new(
        rope, patience, (file, end, cancellationToken) => OpenAsync(file, end, patience, cancellationToken));

    public async Task<PartStream> OpenAsync(StoredFileId file, CancellationToken cancellationToken)
    {
        var patience = new Patience(time);
        patience.Begin();
        return await OpenAsync(file, long.MaxValue, patience, cancellationToken);
    }

    public void Forget(StoredFileId file)
    {
        files.Forget(file);
        cache.Remove(file);
    }

    private async ValueTask<PartStream> OpenAsync(
        StoredFileId file, long end, Patience patience, CancellationToken cancellationToken)
    {
        StoredFile found = await files.GetAsync(file, end, cancellationToken);
        return new PartStream(found, cache, ahead, patience);
    }
}
