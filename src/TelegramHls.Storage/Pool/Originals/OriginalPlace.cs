using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Transport;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Storage.Pool.Originals;

/// <summary>
/// The storage channel in which the control bot may post. Nobody else can send an original without uploading it, since a file_id
/// is good for one bot alone.
/// </summary>
public sealed class OriginalPlace
{
    private readonly PoolRoster _roster;
    private readonly PostingProbe _probe;
    private readonly BotConnections _connections;
    private readonly IOptions<TelegramOptions> _telegram;
    private readonly IOptions<StorageOptions> _storage;
    private readonly ILogger<OriginalPlace> _logger;

    internal OriginalPlace(
        PoolRoster roster,
        PostingProbe probe,
        BotConnections connections,
        IOptions<TelegramOptions> telegram,
        IOptions<StorageOptions> storage,
        ILogger<OriginalPlace> logger) =>
        (_roster, _probe, _connections, _telegram, _storage, _logger) = (roster, probe, connections, telegram, storage, logger);

    /// <summary>Why originals are not kept, in words for the operator; null when they are, or are not meant to be.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The channel that was found last; null when there is none.</summary>
    internal ChatAddress? Chat { get; private set; }

    internal BotConnection Bot => _connections.Open(_telegram.Value.ControlBot.Token!);

    /// <summary>Looks whether there is such a channel, unless originals are not to be kept. What changed is logged once.</summary>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken) =>
        _storage.Value.KeepOriginal && await FindAsync(cancellationToken) is not null;

    /// <summary>The first such channel in the order of the settings; null when there is none or Telegram does not tell.</summary>
    internal async Task<ChatAddress?> FindAsync(CancellationToken cancellationToken)
    {
        int channels = 0;
        bool isSilent = false;
        foreach (ChatAddress chat in _roster.Members.Select(member => member.Chat).DistinctBy(chat => chat.ToString()))
        {
            channels++;
            StoreOutcome? trouble = await _probe.LookAsync(Bot, chat, cancellationToken);
            if (trouble is null)
            {
                Note(chat, null);
                return chat;
            }

            isSilent |= trouble is not StoreOutcome.Rejected { Fault: RejectionFault.Bot or RejectionFault.Chat };
        }

        if (isSilent)
        {
            // Nothing is known anew.
            return null;
        }

        Note(null, channels == 1
            ? "the control bot may not post in the storage channel"
            : $"the control bot may post in none of the {channels} storage channels");
        return null;
    }

    private void Note(ChatAddress? chat, string? trouble)
    {
        if (trouble is not null && trouble != Trouble)
        {
            _logger.OriginalsNotKept(trouble);
        }
        else if (trouble is null && Trouble is not null)
        {
            _logger.OriginalsKept();
        }

        (Chat, Trouble) = (chat, trouble);
    }
}
