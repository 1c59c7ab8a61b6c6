using Telegram.Bot;
using Telegram.Bot.Exceptions;
using TelegramHls.Core.Outcomes;

namespace TelegramHls.Storage.Transport.Probing;

/// <summary>Asks Telegram by calls that cost nothing whether a bot could post.</summary>
internal sealed class PostingProbe(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Why the bot cannot post in the chat; null when it can.</summary>
    public async Task<StoreOutcome?> LookAsync(
        BotConnection bot, ChatAddress chat, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await bot.QuickClient.GetMe(either.Token);
            ChatStanding standing = await ChatStandings.AskAsync(bot, chat.ToString(), either.Token);
            return standing.CanPost
                ? null
                : new StoreOutcome.Rejected("The bot may not post in its channel.", RejectionFault.Chat);
        }
        catch (RequestException exception)
        {
            return SendAnswers.ToOutcome(exception, time.GetUtcNow());
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new StoreOutcome.Unknown($"No answer in {Patience.TotalSeconds} s.");
        }
    }
}
