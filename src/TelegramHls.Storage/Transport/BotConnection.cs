using Telegram.Bot;

namespace TelegramHls.Storage.Transport;

/// <summary>One bot's way to the Bot API.</summary>
public sealed class BotConnection
{
    private readonly TelegramBotClientOptions _options;

    internal BotConnection(TelegramBotClientOptions options, HttpClient http, HttpClient quick)
    {
        _options = options;
        Client = new TelegramBotClient(options, http);
        QuickClient = new TelegramBotClient(options, quick);
        Http = http;
    }

    /// <summary>For uploads and <c>getFile</c>, which may take minutes: the caller's token limits each call. It never repeats one.</summary>
    public ITelegramBotClient Client { get; }

    /// <summary>For polling, messages and all else: no call takes longer than a minute. It never repeats one.</summary>
    public ITelegramBotClient QuickClient { get; }

    /// <summary>The bot's user id, read from its token.</summary>
    public long BotId => _options.BotId;

    internal HttpClient Http { get; }

    /// <summary>The id, never the token.</summary>
    public override string ToString() => $"bot {BotId}";

    /// <summary>Where the server serves a file of that relative path. It holds the token: never log it.</summary>
    internal Uri FileAddress(string filePath) =>
        new($"{_options.BaseFileUrl}/{string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString))}");
}
