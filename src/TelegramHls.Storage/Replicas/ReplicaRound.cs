namespace TelegramHls.Storage.Replicas;

/// <summary>What one look at the parts that lack replicas came to.</summary>
/// <param name="Made">Replicas that were made.</param>
/// <param name="Missing">Parts that still lack some.</param>
/// <param name="Last">Number of the last part that was looked at.</param>
public sealed record ReplicaRound(int Made, int Missing, long Last);
