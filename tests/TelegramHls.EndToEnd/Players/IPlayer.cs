namespace TelegramHls.EndToEnd.Players;

/// <summary>A program that people watch films with.</summary>
internal interface IPlayer
{
    /// <summary>Opens a film, goes to a moment and plays on from there.</summary>
    /// <param name="card">Has the film's links.</param>
    /// <param name="overHls">True for the HLS link, false for the stream link.</param>
    /// <param name="seconds">Where to go, in the time that the player shows.</param>
    Task<Sight> SeekAsync(Card card, bool overHls, double seconds);
}
