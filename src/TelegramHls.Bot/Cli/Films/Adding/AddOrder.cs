using TelegramHls.Bot.Cli.Errands;

namespace TelegramHls.Bot.Cli.Films.Adding;

/// <summary>What <c>add</c> asks for.</summary>
/// <param name="Paths">Absolute, in bytes.</param>
/// <param name="Wait">The errand ends when the films are ready; else once they are queued.</param>
/// <param name="ToTheEnd">It ends when nothing of their jobs is left to do: whoever asked runs the engine.</param>
internal sealed record AddOrder(IReadOnlyList<byte[]> Paths, bool Wait, bool ToTheEnd);

/// <summary>What became of the files.</summary>
/// <param name="Films">In the order in which they were named.</param>
internal sealed record AddedFilms(IReadOnlyList<AddedFilm> Films) : IVerdict
{
    public bool Ok => Films.All(film => film.Problem is null);
}

/// <summary>A file that was named.</summary>
/// <param name="File">Its path.</param>
/// <param name="Id">The film; null when it was not taken in.</param>
/// <param name="Title">What people see.</param>
/// <param name="State">As in <see cref="ListedFilm"/>; <c>refused</c> and <c>cancelled</c> besides.</param>
/// <param name="Duplicate">The owner had the same film already: it is that one.</param>
/// <param name="Problem">Why there is no film; null when there is one.</param>
/// <param name="Remedy">What helps.</param>
/// <param name="Links">Where it plays; null when it does not, or not yet.</param>
internal sealed record AddedFilm(
    string File, string? Id, string? Title, string State, bool Duplicate, string? Problem, string? Remedy, FilmLinks? Links)
{
    public static AddedFilm Refused(string file, string problem, string? remedy) =>
        new(file, Id: null, Title: null, "refused", Duplicate: false, problem, remedy, Links: null);
}
