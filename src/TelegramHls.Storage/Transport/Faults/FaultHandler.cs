using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace TelegramHls.Storage.Transport.Faults;

/// <summary>
/// Stands under every call to Telegram, so that what happens here is met by all that stands above as if the network or
/// the server had done it.
/// </summary>
internal sealed class FaultHandler(ITransportFaults faults, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string call = TransportPoints.CallOf(request.RequestUri!);
        if (await faults.ReachAsync(TransportPoints.Before(call), cancellationToken) is { } before)
        {
            return await MeetAsync(before, cancellationToken);
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        try
        {
            TransportFault? after = await faults.ReachAsync(TransportPoints.After(call), cancellationToken);
            if (after is null)
            {
                return response;
            }

            response.Dispose();
            return await MeetAsync(after, cancellationToken);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<HttpResponseMessage> MeetAsync(TransportFault fault, CancellationToken cancellationToken)
    {
        if (fault.Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return fault.Status is { } status
            ? Answer(status, fault.RetryAfter)
            : throw new HttpRequestException(HttpRequestError.ResponseEnded, "A fault was asked for here.");
    }

    /// <summary>As the Bot API words it (BOT_API §1.1).</summary>
    private static HttpResponseMessage Answer(int status, int retryAfter)
    {
        object? parameters = status == 429 ? new { retry_after = retryAfter } : null;
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = JsonContent.Create(new { ok = false, error_code = status, description = Words(status, retryAfter), parameters }),
        };
        if (status == 429)
        {
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(retryAfter));
        }

        return response;
    }

    private static string Words(int status, int retryAfter) => status switch
    {
        400 => "Bad Request: chat not found",
        401 => "Unauthorized",
        403 => "Forbidden: bot was kicked from the channel chat",
        429 => $"Too Many Requests: retry after {retryAfter}",
        500 => "Internal Server Error: restart",
        _ => $"{(HttpStatusCode)status}",
    };
}
