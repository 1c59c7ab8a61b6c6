using System.Net;

namespace Telegram.Bot.Http;

/// <summary>
/// Sends and reads, and translates every fault on the way into a <see cref="RequestException"/> without the token.
/// </summary>
internal sealed class ApiExchange(HttpClient client, TokenRedactor redactor)
{
    public Task<HttpResponseMessage> Send(HttpRequestMessage message, CancellationToken cancellationToken) =>
        Guard(
            () => client.SendAsync(message, HttpCompletionOption.ResponseContentRead, cancellationToken),
            "Bot API Service Failure",
            status: null,
            cancellationToken);

    /// <summary>The answer, either with a result or with a code and a description.</summary>
    /// <exception cref="RequestException">The body is empty, no JSON, or lacks those.</exception>
    public async Task<ApiResponse<TResult>> Read<TResult>(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        ApiResponse<TResult> answer = Parse<TResult>(response, body);
        bool usable = answer.Ok
            ? response.IsSuccessStatusCode && answer.Result is not null
            : answer is { ErrorCode: not 0, Description: not null };
        if (!usable)
            throw Unusable(response, "lacks the fields of an answer");

        return answer.Ok ? answer : Clean(answer);
    }

    /// <summary>Copies the body to the destination; returns the refusal when there is one instead.</summary>
    public async Task<ApiResponse?> Download(
        HttpRequestMessage message, Stream destination, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await Guard(
            () => client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken),
            "Exception during file download",
            status: null,
            cancellationToken);
        if (!response.IsSuccessStatusCode)
            return await Read<object>(response, cancellationToken);

        await Guard<object?>(
            async () =>
            {
                await response.Content.CopyToAsync(destination, cancellationToken);
                return null;
            },
            "Exception during file download",
            response.StatusCode,
            cancellationToken);
        return null;
    }

    private ApiResponse<TResult> Parse<TResult>(HttpResponseMessage response, byte[] body)
    {
        if (body.Length == 0)
            throw Unusable(response, "is empty");
        try
        {
            return JsonSerializer.Deserialize<ApiResponse<TResult>>(body, JsonBotAPI.Options)
                ?? throw Unusable(response, "is null");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            throw Unusable(response, "cannot be read as an answer of the Bot API", redactor.Clean(fault));
        }
    }

    private static RequestException Unusable(HttpResponseMessage response, string what, Exception? cause = null)
    {
        string type = response.Content.Headers.ContentType?.MediaType ?? "no content type";
        string text = $"The server answered HTTP {(int)response.StatusCode}, but the body ({type}) {what}";
        return new RequestException(text, response.StatusCode, cause);
    }

    private ApiResponse<TResult> Clean<TResult>(ApiResponse<TResult> answer) => new()
    {
        ErrorCode = answer.ErrorCode,
        Description = redactor.Clean(answer.Description!),
        Parameters = answer.Parameters,
    };

    private async Task<T> Guard<T>(
        Func<Task<T>> call, string what, HttpStatusCode? status, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException fault)
        {
            throw Translated("Bot API Request timed out", status, redactor.Clean(fault));
        }
        catch (Exception fault)
        {
            Exception clean = redactor.Clean(fault);
            throw Translated($"{what}: {fault.GetType().Name}: {redactor.Clean(fault.Message)}", status, clean);
        }
    }

    private static RequestException Translated(string message, HttpStatusCode? status, Exception cause) =>
        status is { } code ? new RequestException(message, code, cause) : new RequestException(message, cause);
}
