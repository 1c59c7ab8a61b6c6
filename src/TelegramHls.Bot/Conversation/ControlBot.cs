using Telegram.Bot;
using Telegram.Bot.Types;
using TelegramHls.Bot.Playback;

namespace TelegramHls.Bot.Conversation;

/// <summary>The bot that people write to.</summary>
/// <param name="client">Its Bot API client; never retries by itself.</param>
internal sealed class ControlBot(ITelegramBotClient client) : IBotProfile
{
    private User? _me;

    /// <summary>The Bot API client.</summary>
    public ITelegramBotClient Client => client;

    /// <summary>Who the bot is; null before it first reached Telegram.</summary>
    public User? Me => _me;

    /// <inheritdoc />
    public string? Name => _me?.FirstName;

    /// <inheritdoc />
    public string? Username => _me?.Username;

    /// <summary>When messages were last asked for with success; null before.</summary>
    public DateTimeOffset? LastPoll { get; private set; }

    /// <summary>Why messages cannot be read now; null while they can.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Asks Telegram once who this bot is.</summary>
    public async Task<User> WhoAmIAsync(CancellationToken cancellationToken) =>
        _me ??= await client.GetMe(cancellationToken);

    /// <summary>Notes a poll that was answered.</summary>
    public void Polled(DateTimeOffset at)
    {
        LastPoll = at;
        Trouble = null;
    }

    /// <summary>Notes a poll that failed.</summary>
    public void PollFailed(string reason) => Trouble = reason;
}
