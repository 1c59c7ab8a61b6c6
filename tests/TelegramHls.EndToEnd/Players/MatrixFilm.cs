using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Players;

/// <summary>A film of the matrix.</summary>
/// <param name="MakeAsync">Its source.</param>
/// <param name="Seconds">How long it plays.</param>
/// <param name="Languages">Of its sounds, in ffmpeg's words.</param>
/// <param name="IsCopied">True when nothing is encoded but AAC that is added.</param>
/// <param name="InBrowsers">True when Chromium and Firefox have a decoder for its pictures.</param>
internal sealed record MatrixFilm(Func<Task<string>> MakeAsync, double Seconds, string Languages, bool IsCopied, bool InBrowsers = true)
{
    private const string Two = "eng rus";

    public static IReadOnlyDictionary<string, MatrixFilm> All { get; } = new Dictionary<string, MatrixFilm>(StringComparer.Ordinal)
    {
        ["two-languages"] = new(() => ClockFilms.TwoLanguages(), 20, Two, IsCopied: true),
        ["hevc-ac3"] = new(ClockFilms.Hevc, 20, "und und", IsCopied: true, InBrowsers: false),
        ["av1-opus"] = new(ClockFilms.Av1, 20, "und und", IsCopied: true),
        ["vp9-opus"] = new(ClockFilms.Vp9, 20, "und und", IsCopied: true),
        ["mpeg4-avi"] = new(ClockFilms.Avi, 20, "und", IsCopied: false),
        ["transport-stream"] = new(ClockFilms.TransportStream, 20, Two, IsCopied: true),
        ["groups-of-20-s"] = new(ClockFilms.LongGroups, 50, Two, IsCopied: true),
        ["variable-rate"] = new(ClockFilms.VariableRate, 20, Two, IsCopied: true),
        ["late-start"] = new(ClockFilms.LateStart, 20, Two, IsCopied: true),
        ["negative-start"] = new(ClockFilms.NegativeStart, 20, Two, IsCopied: true),
        ["cut-off"] = new(ClockFilms.CutOff, 12, Two, IsCopied: true),
    };
}
