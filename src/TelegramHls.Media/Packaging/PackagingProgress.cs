namespace TelegramHls.Media.Packaging;

/// <summary>How far packaging has come.</summary>
/// <param name="Position">The time of the film that has been reached.</param>
/// <param name="Fraction">Share of the film that is done, from 0 to 1; null when its duration is unknown.</param>
/// <param name="Speed">Seconds of film in a second; null when not known yet.</param>
public readonly record struct PackagingProgress(TimeSpan Position, double? Fraction, double? Speed);
