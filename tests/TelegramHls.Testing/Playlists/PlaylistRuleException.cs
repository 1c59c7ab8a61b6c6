namespace TelegramHls.Testing.Playlists;

/// <summary>A playlist breaks a rule of RFC 8216.</summary>
/// <param name="clause">Where the rule stands.</param>
/// <param name="message">How it is broken.</param>
public sealed class PlaylistRuleException(string clause, string message) : Exception($"RFC 8216, {clause}: {message}")
{
    /// <summary>Throws when a rule does not hold.</summary>
    public static void Demand(bool holds, string clause, string message)
    {
        if (!holds)
        {
            throw new PlaylistRuleException(clause, message);
        }
    }
}
