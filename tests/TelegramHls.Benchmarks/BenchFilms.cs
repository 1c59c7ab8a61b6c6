using TelegramHls.Testing;

namespace TelegramHls.Benchmarks;

/// <summary>Films of a given size. A short one is encoded once per boot and repeated without encoding; above 100 MB they go at the end.</summary>
internal sealed class BenchFilms : IDisposable
{
    private const int BitsPerSecond = 8_000_000;
    private const int LoopSeconds = 20;
    private const long KeptAtMost = 100_000_000;

    private readonly TempDirectory _copies = new();
    private readonly HashSet<string> _made = [];
    private int _number;

    /// <summary>An MP4 of about that size: 720p H.264 with B-frames at 8 Mbit/s and stereo AAC.</summary>
    public async Task<string> MakeAsync(int megabytes)
    {
        double rounds = megabytes * 8e6 / (BitsPerSecond + 130_000) / LoopSeconds;
        string film = await Films.EightMegabits($"bench-{megabytes}.mp4", Math.Max(1, (int)Math.Round(rounds)));
        _made.Add(film);
        return film;
    }

    /// <summary>An MP4 of 60 s: 1080p H.264 with B-frames at 8 Mbit/s and stereo AAC.</summary>
    public static async Task<string> FullHdAsync()
    {
        string loop = await Films.Make(
            "bench-1080p-loop.mkv",
            "-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=24:d=10,noise=alls=8:allf=t",
            "-f", "lavfi", "-i", "sine=f=440:r=48000:d=10",
            "-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "48", "-pix_fmt", "yuv420p",
            "-b:v", $"{BitsPerSecond}", "-maxrate", $"{BitsPerSecond}", "-bufsize", $"{BitsPerSecond}",
            "-c:a", "aac", "-b:a", "128k", "-ac", "2");
        return await Films.Make("bench-1080p-60.mp4", "-stream_loop", "5", "-i", loop, "-c", "copy");
    }

    /// <summary>An AVI of 20 s that no browser plays: 720p MPEG-4 Part 2 and MP3.</summary>
    public static Task<string> AviAsync() => Films.Make(
        "bench-720p-20.avi",
        "-f", "lavfi", "-i", "testsrc2=s=1280x720:r=25:d=20,noise=alls=2:allf=t", "-f", "lavfi", "-i", "sine=f=440:r=48000:d=20",
        "-c:v", "mpeg4", "-vtag", "XVID", "-b:v", "4M", "-bf", "2", "-g", "50", "-c:a", "libmp3lame", "-b:a", "128k", "-ac", "2");

    /// <summary>The same film under another SHA-256, which the program has to store anew: an empty box is added at the end.</summary>
    public string Variant(string film)
    {
        string copy = _copies.File($"{++_number}-{Path.GetFileName(film)}");
        File.Copy(film, copy);
        using FileStream file = File.Open(copy, FileMode.Append);
        file.Write([0, 0, 0, 16, .. "free"u8, .. BitConverter.GetBytes((long)_number)]);
        return copy;
    }

    public void Dispose()
    {
        _copies.Dispose();
        foreach (string film in _made.Where(film => new FileInfo(film).Length > KeptAtMost))
        {
            File.Delete(film);
        }
    }
}
