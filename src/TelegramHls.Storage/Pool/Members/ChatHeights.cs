using System.Collections.Concurrent;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>
/// The highest message id seen in each chat, also of forwards that are deleted again and have no row: the search for a lost
/// message begins there, and not before a gap that it would take for the chat's end.
/// </summary>
internal sealed class ChatHeights
{
    private readonly ConcurrentDictionary<long, int> _heights = new();

    /// <summary>0 while nothing was seen.</summary>
    public int Of(long chatId) => _heights.GetValueOrDefault(chatId);

    public void Note(long chatId, int messageId) =>
        _heights.AddOrUpdate(chatId, messageId, (_, known) => Math.Max(known, messageId));
}
