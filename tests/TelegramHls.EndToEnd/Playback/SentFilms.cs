namespace TelegramHls.EndToEnd.Playback;

/// <summary>
/// One film in each mode of the Bot API server, shared by the tests that only read it: sent as a document to the cloud,
/// as a video to the local server.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SentFilms : IAsyncLifetime, ICollectionFixture<SentFilms>
{
    public const string Name = "Sent films";

    public SentFilm InCloud { get; private set; } = null!;

    public SentFilm OnLocalServer { get; private set; } = null!;

    public SentFilm In(bool local) => local ? OnLocalServer : InCloud;

    public async Task InitializeAsync()
    {
        InCloud = await SentFilm.CreateAsync(local: false, "document");
        OnLocalServer = await SentFilm.CreateAsync(local: true, "video");
    }

    public async Task DisposeAsync()
    {
        await InCloud.DisposeAsync();
        await OnLocalServer.DisposeAsync();
    }
}
