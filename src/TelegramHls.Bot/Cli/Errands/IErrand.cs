using System.Text.Json;

namespace TelegramHls.Bot.Cli.Errands;

/// <summary>What a verb has done: in the server that works in the data directory, or without one in the verb's own process.</summary>
internal interface IErrand
{
    /// <summary>What it is asked for by; unique.</summary>
    string Name { get; }

    /// <summary>Does it.</summary>
    /// <param name="order">What exactly, as JSON of the errand's own record.</param>
    /// <param name="notes">Hears how far it is.</param>
    /// <param name="cancellationToken">Whoever asked is gone, or the program ends.</param>
    /// <returns>What came of it, a record that JSON can carry.</returns>
    /// <exception cref="ErrandException">It cannot be done; in words for people.</exception>
    Task<object> RunAsync(JsonElement order, IProgress<ErrandNote> notes, CancellationToken cancellationToken);
}
