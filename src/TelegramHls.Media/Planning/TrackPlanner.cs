using System.Collections.Immutable;
using TelegramHls.Media.Encoders;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>Plans each track: copied where players play its codec, else encoded anew. Each sound becomes AAC that browsers play.</summary>
internal static class TrackPlanner
{
    /// <param name="facts">The whole file.</param>
    /// <param name="film">The stream of pictures; null for a recording of sound.</param>
    /// <param name="sounds">The streams of sound, in the file's order.</param>
    /// <param name="keyFrameInterval">Between two key frames of encoded pictures.</param>
    /// <param name="canToneMap">What the ffmpeg at hand can do with a high dynamic range.</param>
    public static ImmutableArray<PlannedTrack> Plan(
        MediaFacts facts, StreamFacts? film, ImmutableArray<StreamFacts> sounds, TimeSpan keyFrameInterval, bool canToneMap)
    {
        PlannedTrack[] heard = Heard(facts, film, sounds);
        PlannedTrack[] kept =
        [
            .. heard.Select(track => (track.Id, Stream: sounds.First(sound => sound.Index == track.SourceIndex)))
                .Where(pair => SoundRules.WhyKept(pair.Stream) is not null)
                .Select((pair, place) => Copy(facts, pair.Stream) with
                {
                    Id = $"a{heard.Length + place}", Beside = pair.Id, IsDefault = false, Reason = SoundRules.WhyKept(pair.Stream),
                }),
        ];
        return film is null
            ? [.. heard, .. kept]
            : [PictureRules.WhyEncoded(film) is { } why ? Encode(film, keyFrameInterval, canToneMap) with { Reason = why } : Copy(facts, film), .. heard, .. kept];
    }

    /// <summary>Each sound as AAC, the default one first: a browser that plays the stream link plays the first.</summary>
    private static PlannedTrack[] Heard(MediaFacts facts, StreamFacts? film, ImmutableArray<StreamFacts> sounds)
    {
        int chosen = sounds.FirstOrDefault(stream => stream.Disposition.IsDefault)?.Index ?? sounds.FirstOrDefault()?.Index ?? -1;
        return
        [
            .. sounds.OrderBy(stream => stream.Index == chosen ? -1 : stream.Index)
                .Select((stream, place) => Heard(facts, film, stream) with
                {
                    Id = $"a{place}", IsDefault = stream.Index == chosen,
                }),
        ];
    }

    private static PlannedTrack Heard(MediaFacts facts, StreamFacts? film, StreamFacts sound)
    {
        TimeSpan? length = SoundRules.Lengthened(film, sound);
        string? why = SoundRules.WhyEncoded(sound)
            ?? (length is null ? null : "it ends before the pictures, and players would wait for it: silence is added");
        return why is null ? Copy(facts, sound) : Encode(sound, length) with { Reason = why };
    }

    private static PlannedTrack Copy(MediaFacts facts, StreamFacts stream) => Track(stream) with
    {
        Tag = string.Equals(stream.Codec, "hevc", StringComparison.Ordinal) ? "hvc1" : null,
        BitstreamFilter = BitstreamFilter(facts, stream),
    };

    /// <summary>Pictures in H.264, whatever they are in the source.</summary>
    public static PlannedTrack Encode(StreamFacts stream, TimeSpan keyFrameInterval, bool canToneMap)
    {
        PictureEncoding encoding = SoftwareEncoders.Pictures(stream, keyFrameInterval, canToneMap);
        return Track(stream) with
        {
            Codec = "h264",
            Action = TrackAction.Encode,
            Picture = SoftwareEncoders.After(stream.Video!, encoding, canToneMap),
            SourceCodec = stream.Codec,
            PictureEncoding = encoding,
        };
    }

    private static PlannedTrack Encode(StreamFacts stream, TimeSpan? atLeast)
    {
        SoundEncoding encoding = SoftwareEncoders.Sound(stream.Audio!, atLeast);
        return Track(stream) with
        {
            Codec = "aac",
            Action = TrackAction.Encode,
            Sound = new AudioFacts(encoding.Channels, encoding.Channels == 1 ? "mono" : "stereo", encoding.SampleRate),
            SourceCodec = stream.Codec,
            SoundEncoding = encoding,
        };
    }

    private static PlannedTrack Track(StreamFacts stream) => new(
        "v0",
        stream.Kind == StreamKind.Video ? TrackKind.Video : TrackKind.Audio,
        stream.Index,
        stream.Codec,
        TrackAction.Copy,
        Tag: null,
        BitstreamFilter: null,
        stream.Language,
        stream.Title,
        IsDefault: true,
        stream.Video,
        stream.Audio,
        IsComment: stream.Disposition.IsComment,
        IsDescription: stream.Disposition.IsVisualImpaired);

    // AAC in a transport stream carries ADTS headers, which a fragmented MP4 must not have.
    private static string? BitstreamFilter(MediaFacts facts, StreamFacts stream) =>
        string.Equals(stream.Codec, "aac", StringComparison.Ordinal)
        && facts.Container.Split(',').Any(name => name is "mpegts" or "aac" or "mpeg")
            ? "aac_adtstoasc"
            : null;
}
