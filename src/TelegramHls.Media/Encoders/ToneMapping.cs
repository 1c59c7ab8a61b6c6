using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Encoders;

/// <summary>Brings HDR10 and HLG into the colours of ITU-R BT.709, which 8 bits can carry and every screen shows.</summary>
internal static class ToneMapping
{
    /// <summary>The filters; they come after those that scale, which would drop the new colours' name.</summary>
    // Tried on a film whose ordinary version is known: of hable, reinhard, clip and mobius, at 100 and 203 cd/m2 for white, this comes
    // closest but for clip, which burns out highlights.
    public static string Filter(VideoFacts facts) =>
        $"zscale=tin={facts.ColorTransfer}:min={facts.ColorSpace ?? "bt2020nc"}:pin={facts.ColorPrimaries ?? "bt2020"}:rin={facts.ColorRange ?? "tv"}"
        + ":t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=tv";

    /// <summary>What pictures are once they have passed.</summary>
    public static VideoFacts After(VideoFacts facts) => facts with
    {
        ColorTransfer = "bt709", ColorSpace = "bt709", ColorPrimaries = "bt709", ColorRange = "tv",
    };
}
