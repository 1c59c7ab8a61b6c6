using System.Globalization;

namespace TelegramHls.Testing;

/// <summary>Films that are white for one picture and click in the same moment, once a second; and how far apart the two come out.</summary>
public static class FlashAndClick
{
    private const int Seconds = 6;
    private const double White = 128;
    private const double Loud = -20;

    /// <summary>A film of 6 s in the container and the codecs that the arguments say.</summary>
    public static Task<string> Make(string name, params string[] arguments) => Films.Make($"flash-{name}",
    [
        "-f", "lavfi", "-i", $"color=black:s=320x180:r=25:d={Seconds},drawbox=c=white:t=fill:enable='lt(mod(t+0.001,1),0.03)'",
        "-f", "lavfi", "-i", $"aevalsrc='if(lt(mod(t,1),0.01),sin(2*PI*1000*t),0)':s=48000:d={Seconds}", .. arguments,
    ]);

    /// <summary>Milliseconds from each flash to its click; the first of the film is left out, since nothing comes before it.</summary>
    public static async Task<double[]> ApartAsync(string input, params string[] options)
    {
        using var folder = new TempDirectory();
        string pictures = folder.File("pictures");
        string sound = folder.File("sound");
        await Command.RunAsync("ffmpeg",
        [
            "-v", "error", .. options, "-i", input,
            "-map", "0:v:0", "-vf", $"scale=32:18,signalstats,metadata=print:key=lavfi.signalstats.YAVG:file={pictures}", "-fps_mode", "passthrough", "-f", "null", "-",
            "-map", "0:a:0", "-af", $"aresample=48000,asetnsamples=n=48:p=0,astats=metadata=1:reset=1,ametadata=print:key=lavfi.astats.Overall.Peak_level:file={sound}",
            "-f", "null", "-",
        ]);
        double[] flashes = await BeginningsAsync(pictures, White);
        double[] clicks = await BeginningsAsync(sound, Loud);
        return [.. flashes.Where(flash => flash > 0.8).Select(flash => 1000 * (clicks.MinBy(click => Math.Abs(click - flash)) - flash))];
    }

    // Lines by turns: "frame:12 pts:... pts_time:0.48" and "key=value".
    private static async Task<double[]> BeginningsAsync(string report, double threshold)
    {
        var beginnings = new List<double>();
        bool wasAbove = false;
        foreach (string[] pair in (await File.ReadAllLinesAsync(report)).Chunk(2))
        {
            double time = double.Parse(pair[0].Split("pts_time:")[1], CultureInfo.InvariantCulture);
            string text = pair[1].Split('=')[1];
            bool isAbove = text is not ("-inf" or "nan") && double.Parse(text, CultureInfo.InvariantCulture) > threshold;
            if (isAbove && !wasAbove)
            {
                beginnings.Add(time);
            }

            wasAbove = isAbove;
        }

        return [.. beginnings];
    }
}
