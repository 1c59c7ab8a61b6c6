namespace TelegramHls.EndToEnd.Playback;

/// <summary>A film in a world whose program is stopped and started again as the tests like.</summary>
public sealed class ColdFilm : IAsyncLifetime
{
    public SentFilm Film { get; private set; } = null!;

    /// <summary>Starts the program anew with nothing in its part cache, under a clear sky.</summary>
    public async Task RestartAsync(params (string Name, string? Value)[] settings)
    {
        await Film.World.Bot.KillAsync();
        Directory.Delete(Path.Combine(Film.World.Data, "cache"), recursive: true);
        await Film.World.Client.ClearWeather();
        await Film.World.StartBotAsync(settings);
    }

    /// <summary>Removes index, header and poster of the film, which then have to come out of the storage again.</summary>
    public void LoseIndex()
    {
        string[] folders = [Path.Combine(Film.World.Data, "index"), Path.Combine(Film.World.Data, "companions")];
        foreach (string path in folders.SelectMany(Directory.GetFiles))
        {
            File.Delete(path);
        }
    }

    public async Task InitializeAsync() => Film = await SentFilm.CreateAsync(local: false, "document");

    public async Task DisposeAsync() => await Film.DisposeAsync();
}
