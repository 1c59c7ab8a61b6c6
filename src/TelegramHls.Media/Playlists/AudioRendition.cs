using TelegramHls.Media.Boxes;
using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Playlists;

/// <summary>A sound as a member of a group (RFC 8216, 4.3.4.1).</summary>
/// <param name="Sound">The track that is played.</param>
/// <param name="Name">What a menu shows.</param>
/// <param name="IsDefault">Chosen unless the viewer says otherwise.</param>
/// <param name="IsAutomatic">May be chosen because of the viewer's language.</param>
internal sealed record AudioRendition(TrackSegments Sound, string Name, bool IsDefault, bool IsAutomatic)
{
    /// <summary>The line of the playlist.</summary>
    /// <param name="group">The <c>GROUP-ID</c>.</param>
    /// <param name="version">Version of the stored file.</param>
    public string Line(string group, int version)
    {
        PlannedTrack plan = Sound.Track.Plan;
        string language = LanguageTag.Of(plan.Language) is { } tag ? $",LANGUAGE=\"{tag}\"" : string.Empty;
        string purpose = plan.IsDescription ? ",CHARACTERISTICS=\"public.accessibility.describes-video\"" : string.Empty;
        string channels = Channels() is { } text ? $",CHANNELS=\"{text}\"" : string.Empty;
        return $"#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"{group}\",NAME=\"{Name}\"{language},DEFAULT={Word(IsDefault)}"
            + $",AUTOSELECT={Word(IsAutomatic)}{purpose}{channels},URI=\"{plan.Id}.m3u8?v={version}\"\n";
    }

    // Of E-AC-3 with objects (Dolby Atmos) players are told how many, "16/JOC", not the channels beneath them.
    private string? Channels() =>
        JointObjects.Of(Sound.Track.Init.Span) is { } objects ? $"{objects}/JOC"
        : Sound.Track.Plan.Sound is { Channels: > 0 } facts ? $"{facts.Channels}"
        : null;

    private static string Word(bool value) => value ? "YES" : "NO";
}
