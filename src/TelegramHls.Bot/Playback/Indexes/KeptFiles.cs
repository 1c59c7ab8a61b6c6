using TelegramHls.Bot.Hosting;
using TelegramHls.Core.Ids;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback.Indexes;

/// <summary>
/// Local copies of small stored files, outside the part cache's eviction; a missing one is made again from its parts.
/// </summary>
internal sealed class KeptFiles(DataDirectory directory, IRopeReader reader)
{
    private readonly SharedWork<StoredFileId, bool> _restores = new();

    /// <summary>Keeps these bytes as the copy of the stored file.</summary>
    public Task WriteAsync(StoredFileId file, byte[] bytes, CancellationToken cancellationToken) =>
        SafeFile.WriteAsync(PathOf(file), output => output.WriteAsync(bytes, cancellationToken).AsTask());

    /// <summary>Path of the whole copy.</summary>
    /// <exception cref="Storage.Cache.PartUnavailableException">It had to be made again, and the storage does not answer in time.</exception>
    public async Task<string> LocateAsync(StoredFileId file, Patience patience, CancellationToken cancellationToken)
    {
        string path = PathOf(file);
        if (!File.Exists(path))
        {
            await patience.WaitAsync(
                _restores.JoinAsync(file, () => RestoreAsync(file), cancellationToken), file, cancellationToken);
        }

        return path;
    }

    /// <summary>Deletes the copy of a stored file that is gone.</summary>
    public void Forget(StoredFileId file) => File.Delete(PathOf(file));

    private async Task<bool> RestoreAsync(StoredFileId file)
    {
        await using PartStream stored = await reader.OpenAsync(file, CancellationToken.None);
        await SafeFile.WriteAsync(PathOf(file), output => stored.CopyToAsync(output, CancellationToken.None));
        return true;
    }

    private string PathOf(StoredFileId file) => Path.Combine(directory.Companions, file.Value);
}
