using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness.Kills;

/// <summary>A film that gives every step something to do, and what becomes of it when nothing happens.</summary>
public sealed class EveryStepFilm : IAsyncLifetime
{
    /// <summary>Small parts, so that a short film has many; a second version beside it.</summary>
    public static readonly (string Name, string? Value)[] Settings =
        [("Media__Compatibility", "everywhere"), ("Storage__PartSize", "65536")];

    public string Path { get; private set; } = string.Empty;

    /// <summary>SHA-256 of every stored file, sorted.</summary>
    public IReadOnlyList<string> Stored { get; private set; } = [];

    /// <summary>The fault points that the program passed, and how often.</summary>
    public IReadOnlyDictionary<string, int> Points { get; private set; } = new Dictionary<string, int>();

    public async Task InitializeAsync()
    {
        Path = await MakeAsync();
        await using World world = await World.CreateAsync();
        await world.StartBotAsync([.. Settings, ("TELEGRAMHLS_FAULTS", "record=points")]);
        await world.AnswerToAsync(await world.SendAsync(Path));
        await new Rows(world).UntilIdleAsync();
        await world.Bot.StopAsync();
        Stored = await StoredInAsync(world);
        Points = (await File.ReadAllLinesAsync(System.IO.Path.Combine(world.Directory, "points")))
            .GroupBy(point => point).ToDictionary(group => group.Key, group => group.Count());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>SHA-256 of every stored file in the channels, sorted.</summary>
    internal static async Task<IReadOnlyList<string>> StoredInAsync(World world)
    {
        List<string> found = [];
        foreach (string file in (await Channels.DocumentsAsync(world)).Select(part => part.File).Distinct())
        {
            found.Add(await Channels.Sha256Async(world, file));
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>HEVC, which a second version in H.264 goes with, two languages and a subtitle.</summary>
    private static async Task<string> MakeAsync()
    {
        string subtitle = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.NewGuid():N}.srt");
        await File.WriteAllTextAsync(subtitle, "1\n00:00:01,000 --> 00:00:03,000\nGood morning\n");
        try
        {
            return await Films.Make(
                "every-step-4.mkv",
                "-f", "lavfi", "-i", "testsrc2=s=320x180:r=24:d=4", "-f", "lavfi", "-i", "sine=f=440:r=48000:d=4",
                "-f", "lavfi", "-i", "sine=f=660:r=48000:d=4", "-i", subtitle, "-map", "0", "-map", "1", "-map", "2", "-map", "3",
                "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none:keyint=48", "-c:a", "aac", "-c:s", "copy",
                "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=rus", "-metadata:s:s:0", "language=eng");
        }
        finally
        {
            File.Delete(subtitle);
        }
    }
}
