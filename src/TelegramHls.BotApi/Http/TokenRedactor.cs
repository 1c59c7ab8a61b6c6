using System.Collections;

namespace Telegram.Bot.Http;

/// <summary>Takes a bot's token out of texts and exceptions that may quote an address or a path.</summary>
internal sealed class TokenRedactor
{
    private const string Mark = "<token>";
    private const int ShortestSecret = 8;

    private readonly string[] _secrets;

    public TokenRedactor(string token)
    {
        string secret = token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..];
        string[] whole = [token, Uri.EscapeDataString(token), token.Replace(':', '~')];
        _secrets = secret.Length < ShortestSecret ? whole : [.. whole, secret, Uri.EscapeDataString(secret)];
    }

    public string Clean(string text) =>
        _secrets.Aggregate(text, (rest, secret) => rest.Replace(secret, Mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>The exception itself when it is clean, else a copy of its cleaned texts without the original.</summary>
    public Exception Clean(Exception exception)
    {
        if (!Shows(exception))
            return exception;
        string message = Clean(exception.Message);
        Exception? inner = exception.InnerException is { } cause ? Clean(cause) : null;
        return exception is HttpRequestException http
            ? new HttpRequestException(http.HttpRequestError, message, inner, http.StatusCode)
            : new IOException($"{exception.GetType().Name}: {message}", inner);
    }

    private bool Shows(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e.Data.Cast<DictionaryEntry>().Any(entry => Shows($"{entry.Key} {entry.Value}")))
                return true;
        }

        return Shows(exception.ToString());
    }

    private bool Shows(string text) =>
        _secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
}
