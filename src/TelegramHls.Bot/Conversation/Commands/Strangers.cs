using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.Bot.Access;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary>Stops messages of people who may not use the bot before they cause any work.</summary>
internal sealed class Strangers(
    ControlBot bot, People people, Pairing pairing, Replies replies, TimeProvider clock, ILogger<Strangers> logger)
{
    private const int MostRemembered = 1000;
    private static readonly TimeSpan BetweenRefusals = TimeSpan.FromHours(1);

    private readonly Dictionary<long, DateTimeOffset> _refused = [];

    /// <summary>True when the sender may use the bot. A stranger's <c>/start CODE</c> is tried; else refused politely, once an hour.</summary>
    public async Task<bool> LetInAsync(Message message, User sender, CancellationToken cancellationToken)
    {
        if (await people.MayUseAsync(sender.Id, cancellationToken))
        {
            return true;
        }

        try
        {
            if (CommandCall.Read(message, bot.Me?.Username) is { Name: "start", Argument.Length: > 0 } call
                && await pairing.TryPairAsync(sender.Id, sender.FirstName, call.Argument, cancellationToken))
            {
                await replies.SendAsync(message, "Welcome. You are the owner of this bot now.\nSend or forward a film to begin; /help says more.", cancellationToken);
            }
            else if (!sender.IsBot && IsDue(sender.Id))
            {
                Log.StrangerTurnedAway(logger, sender.Id);
                await replies.SendAsync(message, "Sorry, this is a private bot. Ask its owner to let you in.", cancellationToken);
            }
        }
        catch (ApiRequestException refusal)
        {
            // A stranger who blocked the bot or a chat that forbids writing: there is nobody to tell.
            Log.ChatUnreachable(logger, message.Chat.Id, refusal.Message);
        }

        return false;
    }

    private bool IsDue(long userId)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (_refused.TryGetValue(userId, out DateTimeOffset last) && now - last < BetweenRefusals)
        {
            return false;
        }

        if (_refused.Count >= MostRemembered)
        {
            _refused.Clear();
        }

        _refused[userId] = now;
        return true;
    }
}
