namespace TelegramHls.Bot.Cli.Errands;

/// <summary>How far an errand is.</summary>
/// <param name="Text">In words, one line.</param>
/// <param name="Share">How much is done, from 0 to 1; null when nobody knows.</param>
/// <param name="Detail">Figures; null for none.</param>
/// <param name="Stays">The line is worth keeping, as the end of one of several films is.</param>
internal sealed record ErrandNote(string Text, double? Share = null, string? Detail = null, bool Stays = false);
