using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Ingest.Original;
using TelegramHls.Bot.Wording;
using TelegramHls.Bot.Playback.Viewers;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ropes;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback.Companions;

/// <summary><c>/dl/{key}/original/{name}</c>: the file as the person sent it, where it was kept.</summary>
internal sealed class OriginalEndpoint(KeyResolver keys, CompanionQueries companions, SourceLimit limit, TimeProvider time)
{
    private const string AnyBytes = "application/octet-stream";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(
        "/dl/{key}/original/{name}",
        [HttpMethods.Get, HttpMethods.Head],
        (string key, HttpContext context, OriginalEndpoint endpoint, CancellationToken cancellationToken) =>
            endpoint.AnswerAsync(key, context, cancellationToken));

    /// <summary>True where the original is kept and the Bot API server gives files of its size back.</summary>
    public async Task<bool> HasAsync(Video video, CancellationToken cancellationToken) =>
        video.Size <= limit.Download && await FindAsync(video, cancellationToken) is not null;

    private Task<Companion?> FindAsync(Video video, CancellationToken cancellationToken) =>
        companions.FindAsync(video.Id, KeepStep.CompanionName, cancellationToken);

    private async Task<IResult> AnswerAsync(string key, HttpContext context, CancellationToken cancellationToken)
    {
        var patience = new Patience(time);
        (PlayableVideo? playable, IResult? refusal) = await keys.ResolveReadyAsync(key, context, cancellationToken);
        if (playable is null)
        {
            return refusal!;
        }

        Video video = playable.Video;
        if (await FindAsync(video, cancellationToken) is not { } original)
        {
            return Refusals.NoOriginal("The file as it was sent was not kept. The other links work.");
        }

        if (video.Size > limit.Download)
        {
            return Refusals.NoOriginal(
                $"The file as it was sent has {Amount.Bytes(video.Size)}, and Telegram's cloud server gives back {Amount.Bytes(limit.Download)}. "
                + "It can be had once this server runs with a local Bot API server. The other links work.");
        }

        context.Response.Headers.CacheControl = CacheRules.Revalidate;
        return new RopeResult(
            new Rope([new Piece.Stored(original.File, 0, video.Size)]),
            patience,
            video.MimeType is { } type && (type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal))
                ? type
                : AnyBytes,
            original.Tag,
            video.ReadyAt,
            FileNames.Safe(video.FileName),
            new Watched(video, ViewerProtocol.Download));
    }
}
