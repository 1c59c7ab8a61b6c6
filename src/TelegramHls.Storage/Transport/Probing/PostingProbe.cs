using System.Globalization;
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
        (ChatStanding? standing, StoreOutcome? trouble) = await AskAsync(
            async limited =>
            {
                await bot.QuickClient.GetMe(limited);
                return await ChatStandings.AskAsync(bot, chat.ToString(), limited);
            },
            cancellationToken);
        return standing is { CanPost: false }
            ? new StoreOutcome.Rejected("The bot may not post in its channel.", RejectionFault.Chat)
            : trouble;
    }

    /// <summary>What the bot may do in the chat, or why that is not known.</summary>
    public Task<(ChatStanding? Standing, StoreOutcome? Trouble)> StandAsync(
        BotConnection bot, long chat, CancellationToken cancellationToken) =>
        AskAsync(
            limited => ChatStandings.AskAsync(bot, chat.ToString(CultureInfo.InvariantCulture), limited), cancellationToken);

    private async Task<(ChatStanding? Standing, StoreOutcome? Trouble)> AskAsync(
        Func<CancellationToken, Task<ChatStanding>> ask, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return (await ask(either.Token), null);
        }
        catch (RequestException exception)
        {
            return (null, SendAnswers.ToOutcome(exception, time.GetUtcNow()));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return (null, new StoreOutcome.Unknown($"No answer in {Patience.TotalSeconds} s."));
        }
    }
}
