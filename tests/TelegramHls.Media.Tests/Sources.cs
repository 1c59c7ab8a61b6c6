using TelegramHls.Testing;

namespace TelegramHls.Media.Tests;

/// <summary>The films that everything must hold for.</summary>
public static class Sources
{
    public static TheoryData<string> All { get; } = new(
        "two-languages", "hevc", "av1", "vp9", "stream", "sound", "picture", "variable", "late-sound", "rotated");

    public static Task<string> MakeAsync(string name) => name switch
    {
        "two-languages" => Films.TwoLanguages(12),
        "hevc" => OddFilms.Hevc(),
        "av1" => OddFilms.Av1(),
        "vp9" => OddFilms.Vp9(),
        "stream" => OddFilms.TransportStream(),
        "sound" => OddFilms.SoundOnly(),
        "picture" => OddFilms.PictureOnly(),
        "variable" => OddFilms.VariableRate(),
        "late-sound" => OddFilms.LateSound(),
        _ => OddFilms.Rotated(),
    };
}
