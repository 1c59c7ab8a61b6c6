using System.Threading.Channels;

namespace TelegramHls.Sandbox.Events;

/// <summary>
/// Collects what changes for one person until it is taken. However fast the world changes and however slowly it is
/// taken, this stays small: it holds which messages changed, not how, and past a limit only that something was lost.
/// </summary>
internal sealed class Watcher(long person)
{
    private const int MostMessages = 1000;
    private const int MostActions = 100;

    private readonly Lock _gate = new();
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly HashSet<string> _chats = new(StringComparer.Ordinal);
    private readonly SortedSet<(string Chat, int Id)> _messages = [];
    private readonly List<ChatAction> _actions = [];
    private bool _lost;

    public long Person => person;

    public void Chat(string key)
    {
        lock (_gate)
        {
            _chats.Add(key);
        }

        _bell.Writer.TryWrite(true);
    }

    public void Message(string chat, int id)
    {
        lock (_gate)
        {
            _lost |= _messages.Count >= MostMessages;
            if (_lost)
            {
                _messages.Clear();
            }
            else
            {
                _messages.Add((chat, id));
            }

            _chats.Add(chat);
        }

        _bell.Writer.TryWrite(true);
    }

    public void Action(ChatAction action)
    {
        lock (_gate)
        {
            if (_actions.Count < MostActions)
            {
                _actions.Add(action);
            }
        }

        _bell.Writer.TryWrite(true);
    }

    /// <summary>What changed since the last time; null when nothing did for <paramref name="longest"/>.</summary>
    public async Task<News?> TakeAsync(TimeSpan longest, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(longest);
        try
        {
            await _bell.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }

        lock (_gate)
        {
            var news = new News(_lost, [.. _messages], [.. _chats], [.. _actions]);
            _lost = false;
            _messages.Clear();
            _chats.Clear();
            _actions.Clear();
            return news;
        }
    }
}
