namespace TelegramHls.Media.Journals;

/// <summary>Where a run that packages a film has cut its stream, and what the bytes since the cut before hash to.</summary>
/// <param name="End">Offset behind the last byte, counted from the start of the stored stream.</param>
/// <param name="Sha256">SHA-256 of the bytes from the cut before to this one, 64 lower-case hex digits.</param>
public sealed record PartCut(long End, string Sha256);
