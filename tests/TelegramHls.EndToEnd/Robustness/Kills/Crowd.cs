using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness.Kills;

/// <summary>Five people who each send as many films of their own, one person after the other, while nobody takes them in.</summary>
internal sealed class Crowd(World world) : IDisposable
{
    private const int People = 5;

    private static readonly string[] Picture = ["-f", "lavfi", "-i", "testsrc2=s=160x90:r=24:d=2", "-f", "lavfi", "-i", "sine=f=440:d=2"];

    private readonly TempDirectory _films = new();

    /// <summary>Settings that let all of them in.</summary>
    public (string Name, string? Value)[] Settings { get; private set; } = [];

    public async Task SendAsync(int films)
    {
        long[] people = [world.Telegram.Accounts.Person.Id, .. await Task.WhenAll(Enumerable.Range(2, People - 1).Select(n => world.Client.MakePerson($"Person {n}")))];
        Settings = [.. people.Select((person, i) => ($"Telegram__AllowedUsers__{i}", (string?)$"{person}"))];
        string film = await Films.Make("two-seconds.mp4", [.. Picture, "-c:v", "libx264", "-g", "48", "-pix_fmt", "yuv420p", "-c:a", "aac"]);
        for (int i = 0; i < films; i++)
        {
            // Other bytes each time, or it would be a duplicate.
            string path = Path.Combine(_films.Path, $"Film {i}.mp4");
            await Command.RunAsync("ffmpeg", "-v", "error", "-i", film, "-c", "copy", "-metadata", $"title=Film {i}", path);
            await using FileStream content = File.OpenRead(path);
            await world.Client.SendFile(
                world.Chat, "document", Path.GetFileName(path), content, ("person", people[i * People / films]));
        }
    }

    public void Dispose() => _films.Dispose();
}
