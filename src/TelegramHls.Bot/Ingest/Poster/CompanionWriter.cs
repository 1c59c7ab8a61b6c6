using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Commands;
using TelegramHls.Core.Ids;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Bot.Ingest.Poster;

/// <summary>
/// Stores what belongs to a video beside stream and index. The name of the stored file is committed first, so a repeated attempt
/// goes on with the same one: what is committed of it is not sent again.
/// </summary>
internal sealed class CompanionWriter(
    CompanionCommands commands, StoredFileWriters writers, KeptFiles kept, FaultPoints faults)
{
    /// <summary>Stores the bytes and keeps a local copy. Nothing happens when the video is gone.</summary>
    /// <param name="video">The video.</param>
    /// <param name="name">Unique within the video, such as <c>poster.jpg</c>.</param>
    /// <param name="bytes">One byte or more.</param>
    /// <param name="sizes">Where the stored file is cut.</param>
    /// <param name="cancellationToken">Ends the uploads; what is committed stays.</param>
    /// <exception cref="Storage.Pool.StorageUnavailableException">No storage bot could store anything for a while.</exception>
    /// <exception cref="Storage.Pool.PartRefusedException">Telegram refuses it for what it is.</exception>
    public async Task StoreAsync(
        VideoId video, string name, byte[] bytes, PartSizes sizes, CancellationToken cancellationToken)
    {
        if (await commands.BeginAsync(video, name, cancellationToken) is { } file)
        {
            await kept.WriteAsync(file, bytes, cancellationToken);
            using var content = new MemoryStream(bytes, writable: false);
            await StoreAsync(new StoreRequest(file, video, sizes), content, cancellationToken);
        }
    }

    /// <summary>As above, of bytes that are too many to be kept here as well.</summary>
    public async Task StoreAsync(
        VideoId video, string name, Stream content, PartSizes sizes, CancellationToken cancellationToken)
    {
        if (await commands.BeginAsync(video, name, cancellationToken) is { } file)
        {
            await StoreAsync(new StoreRequest(file, video, sizes), content, cancellationToken);
        }
    }

    private async Task StoreAsync(StoreRequest request, Stream content, CancellationToken cancellationToken)
    {
        StoreRequest guarded = request with
        {
            BeforeCommit = (_, _) =>
            {
                faults.Reach("ingest.companion.part");
                return Task.CompletedTask;
            },
        };
        await using StoredFileWriter writer = await writers.OpenAsync(guarded, cancellationToken);
        await writer.WriteAllAsync(content, cancellationToken);
        await writer.CompleteAsync(cancellationToken);
    }
}
