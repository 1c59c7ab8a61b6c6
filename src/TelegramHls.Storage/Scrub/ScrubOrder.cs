namespace TelegramHls.Storage.Scrub;

/// <summary>What a scrub is to do.</summary>
/// <param name="Sample">Parts to look at, drawn at random; null for all, and for messages that no row names as well.</param>
/// <param name="Repair">Makes whole what can be.</param>
public sealed record ScrubOrder(int? Sample, bool Repair);
