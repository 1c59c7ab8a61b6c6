using Microsoft.Extensions.Options;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Bot.Ingest.Fetch;

/// <summary>The bot whose file ids name the sources: the control bot.</summary>
internal sealed class SourceBot(BotConnections connections, IOptions<TelegramOptions> options)
{
    /// <summary>Its connection.</summary>
    public BotConnection Connection => connections.Open(options.Value.ControlBot.Token!);
}
