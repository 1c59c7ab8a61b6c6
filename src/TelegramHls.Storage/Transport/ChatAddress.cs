using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.Core.Outcomes;

namespace TelegramHls.Storage.Transport;

/// <summary>A chat as configured, a number or <c>@name</c>. The number behind a name is asked for once.</summary>
internal sealed class ChatAddress
{
    private readonly string _text;
    private readonly TimeProvider _time;

    public ChatAddress(string text, TimeProvider time)
    {
        _text = text;
        _time = time;
        Known = long.TryParse(text, out long number) ? number : null;
    }

    /// <summary>The chat's number; null while only its name is known.</summary>
    public long? Known { get; private set; }

    /// <summary>The chat's number, or why Telegram does not tell it.</summary>
    public async ValueTask<(long ChatId, StoreOutcome? Trouble)> ResolveAsync(
        BotConnection bot, CancellationToken cancellationToken)
    {
        if (Known is { } known)
        {
            return (known, null);
        }

        try
        {
            ChatFullInfo chat = await bot.QuickClient.GetChat(_text, cancellationToken);
            Known = chat.Id;
            return (chat.Id, null);
        }
        catch (RequestException exception)
        {
            return (0, SendAnswers.ToOutcome(exception, _time.GetUtcNow()));
        }
    }

    /// <inheritdoc />
    public override string ToString() => _text;
}
