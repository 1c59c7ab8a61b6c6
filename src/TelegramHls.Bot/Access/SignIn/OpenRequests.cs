using System.Collections.Concurrent;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>Requests of signed-in browsers that are being answered: those that last, such as event streams, end with the sign-in.</summary>
internal sealed class OpenRequests
{
    // Neither source is ever disposed: a request may leave while it is being ended, and without timers nothing is held by them.
    private readonly ConcurrentDictionary<CancellationTokenSource, string> _open = new();

    /// <summary>Counts a request in until the result is disposed.</summary>
    /// <param name="session">The sign-in that it came by.</param>
    /// <param name="ended">Cancelled when the request is to end.</param>
    public IDisposable Enter(string session, out CancellationToken ended)
    {
        var source = new CancellationTokenSource();
        _open[source] = session;
        ended = source.Token;
        return new Leaving(_open, source);
    }

    /// <summary>Ends the requests of one sign-in, or of all (null).</summary>
    public async Task EndAsync(string? session)
    {
        foreach (KeyValuePair<CancellationTokenSource, string> request in _open.Where(request => session is null || request.Value == session))
        {
            await request.Key.CancelAsync();
        }
    }

    private sealed class Leaving(ConcurrentDictionary<CancellationTokenSource, string> open, CancellationTokenSource source) : IDisposable
    {
        public void Dispose() => open.TryRemove(source, out _);
    }
}
