namespace TelegramHls.EndToEnd.Players;

/// <summary>What was seen in a player after it had gone to a moment.</summary>
/// <param name="Picture">The number in the picture (<see cref="Testing.ClockFilms"/>).</param>
/// <param name="Time">Where the player says that it is, in seconds; null when it does not say.</param>
/// <param name="Duration">How long it says the film is; null when it does not say.</param>
/// <param name="Width">Width of the picture as shown.</param>
/// <param name="Height">Height of the picture as shown.</param>
/// <param name="Languages">Languages of its sounds as it names them; null when it does not say.</param>
internal sealed record Sight(int Picture, double? Time, double? Duration, int? Width, int? Height, string? Languages);
