namespace TelegramHls.Bot.Conversation.Notices;

/// <summary>Looks whether something is wrong.</summary>
internal interface ITroubleSource
{
    /// <summary>Everything that is wrong now; empty when all is well.</summary>
    Task<IReadOnlyList<Trouble>> LookAsync(CancellationToken cancellationToken);
}
