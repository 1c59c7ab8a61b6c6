using Telegram.Bot;

namespace TelegramHls.Storage.Transport;

/// <summary>One bot's way to the Bot API.</summary>
public sealed class BotConnection
{
    private readonly TelegramBotClientOptions _options;

    internal BotConnection(TelegramBotClientOptions options, HttpClient http)
    {
        _options = options;
        Client = new TelegramBotClient(options, http);
        Http = http;
    }

    /// <summary>The client. It never repeats a call by itself.</summary>
    public ITelegramBotClient Client { get; }

    /// <summary>The bot's user id, read from its token.</summary>
    public long BotId => _options.BotId;

    internal HttpClient Http { get; }

    /// <summary>The id, never the token.</summary>
    public override string ToString() => $"bot {BotId}";

    /// <summary>Where the server serves a file of that relative path. It holds the token: never log it.</summary>
    internal Uri FileAddress(string filePath) =>
        new($"{_options.BaseFileUrl}/{string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString))}");
}
