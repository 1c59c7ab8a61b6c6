using Microsoft.Net.Http.Headers;
using TelegramHls.Bot.Playback.Viewers;
using TelegramHls.Core.Ropes;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback;

/// <summary>Serves a rope: ASP.NET answers ranges, conditions and HEAD; the bytes come from the rope's pieces.</summary>
/// <param name="rope">What is served.</param>
/// <param name="patience">How long the player waits for it.</param>
/// <param name="contentType">Its media type.</param>
/// <param name="entityTag">Strong tag, without quotes.</param>
/// <param name="modified">When the video became ready.</param>
/// <param name="downloadName">Makes it an attachment of that name; null plays it in place.</param>
/// <param name="watched">Who gets it counts as a viewer of this; null for what goes with a film.</param>
internal sealed class RopeResult(
    Rope rope,
    Patience patience,
    string contentType,
    string entityTag,
    DateTimeOffset? modified,
    string? downloadName = null,
    Watched? watched = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        StreamGate gate = httpContext.RequestServices.GetRequiredService<StreamGate>();
        if (!gate.TryEnter())
        {
            await Refusals.NotYet(httpContext, Refusals.SecondsUntilNextTry, "Too many films are being played at once.")
                .ExecuteAsync(httpContext);
            return;
        }

        try
        {
            IgnoreUnknownUnit(httpContext.Request.Headers);
            var asked = new BodyAsked(rope.Length);
            await Results.Stream(
                asked,
                contentType,
                downloadName,
                modified,
                new EntityTagHeaderValue($"\"{entityTag}\""),
                enableRangeProcessing: true).ExecuteAsync(httpContext);
            if (asked.IsWanted)
            {
                await SendAsync(httpContext, asked.Position);
            }
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The player hung up.
        }
        catch (PartUnavailableException exception) when (!httpContext.Response.HasStarted)
        {
            httpContext.Response.Clear();
            await Refusals.StorageAway(httpContext, exception).ExecuteAsync(httpContext);
        }
        catch (PartUnavailableException)
        {
            // Bytes are out already: only a broken connection tells the player that some are missing.
            httpContext.Abort();
        }
        finally
        {
            gate.Leave();
        }
    }

    // RFC 9110, 14.2: a range in a unit that is not understood is ignored. ASP.NET takes any unit for bytes.
    private static void IgnoreUnknownUnit(IHeaderDictionary headers)
    {
        if (headers.Range.ToString() is { Length: > 0 } range && !range.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
        {
            headers.Remove(HeaderNames.Range);
        }
    }

    private async Task SendAsync(HttpContext httpContext, long position)
    {
        HttpResponse response = httpContext.Response;
        IRopeReader reader = httpContext.RequestServices.GetRequiredService<IRopeReader>();
        await using RopeStream stream = reader.Open(rope, patience);
        stream.Position = position;
        Task Copy() => stream.CopyToAsync(response.BodyWriter, response.ContentLength!.Value, httpContext.RequestAborted);
        ViewerBoard viewers = httpContext.RequestServices.GetRequiredService<ViewerBoard>();
        await (watched is null ? Copy() : viewers.CountAsync(watched, httpContext.Connection.RemoteIpAddress, stream, Copy));
    }
}
