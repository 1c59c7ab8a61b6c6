using TelegramHls.Testing;

namespace TelegramHls.Media.Tests;

/// <summary>The films that everything must hold for.</summary>
public static class Sources
{
    private static readonly Dictionary<string, Func<Task<string>>> Makers = new()
    {
        ["two-languages"] = () => Films.TwoLanguages(12),
        ["hevc"] = OddFilms.Hevc,
        ["av1"] = OddFilms.Av1,
        ["vp9"] = OddFilms.Vp9,
        ["stream"] = OddFilms.TransportStream,
        ["sound"] = OddFilms.SoundOnly,
        ["picture"] = OddFilms.PictureOnly,
        ["variable"] = OddFilms.VariableRate,
        ["late-sound"] = OddFilms.LateSound,
        ["rotated"] = OddFilms.Rotated,
        ["avi"] = ForeignFilms.Avi,
        ["vp8"] = ForeignFilms.Vp8,
        ["ac3"] = ForeignFilms.Ac3,
        ["surround"] = ForeignFilms.Surround,
        ["mp3"] = ForeignFilms.Mp3,
        ["gif"] = ForeignFilms.Gif,
        ["mpeg4-variable"] = ForeignFilms.VariableRate,
    };

    /// <summary>Those whose source is copied; AAC may be added.</summary>
    public static TheoryData<string> Copied { get; } = new(
        "two-languages", "hevc", "av1", "vp9", "stream", "sound", "picture", "variable", "late-sound", "rotated");

    /// <summary>Those of which at least one track is encoded anew.</summary>
    public static TheoryData<string> Encoded { get; } = new("avi", "vp8", "ac3", "surround", "mp3", "gif", "mpeg4-variable");

    public static TheoryData<string> All { get; } = new([.. Makers.Keys]);

    public static Task<string> MakeAsync(string name) => Makers[name]();
}
