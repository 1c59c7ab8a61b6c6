using System.Net;
using Telegram.Bot.Exceptions;

namespace TelegramHls.Storage.Transport;

/// <summary>Turns the answers of <c>getFile</c> and of the file server into reasons (BOT_API §1.1, §2.4).</summary>
internal static class FileAnswers
{
    public static FileSourceException ToException(RequestException exception)
    {
        var refusal = exception as ApiRequestException;
        int code = refusal?.ErrorCode ?? (int?)exception.HttpStatusCode ?? 0;
        string words = exception.Message;
        return code switch
        {
            401 or 403 or 404 or 421 => new FileSourceException(FileFault.BotOut, words),
            429 => new FileSourceException(FileFault.Throttled, words, SendAnswers.Wait(refusal)),
            400 when words.Contains("file is too big", StringComparison.OrdinalIgnoreCase) =>
                new FileSourceException(FileFault.TooBig, words),
            400 => new FileSourceException(FileFault.StaleId, words),
            _ => new FileSourceException(FileFault.Unreachable, words),
        };
    }

    public static FileSourceException ToException(HttpResponseMessage response)
    {
        string words = $"The file server answered HTTP {(int)response.StatusCode}.";
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => new FileSourceException(FileFault.Gone, words),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new FileSourceException(FileFault.BotOut, words),
            HttpStatusCode.TooManyRequests =>
                new FileSourceException(FileFault.Throttled, words, response.Headers.RetryAfter?.Delta),
            _ => new FileSourceException(FileFault.Unreachable, words),
        };
    }
}
