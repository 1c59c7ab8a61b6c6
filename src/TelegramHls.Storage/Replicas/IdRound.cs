namespace TelegramHls.Storage.Replicas;

/// <summary>What one look at the parts that no bot of the pool can read came to.</summary>
/// <param name="Made">Parts of which a bot got an id.</param>
/// <param name="Missing">Parts of which none could at present.</param>
public sealed record IdRound(int Made, int Missing);
