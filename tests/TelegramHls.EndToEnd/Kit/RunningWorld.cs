namespace TelegramHls.EndToEnd.Kit;

/// <summary>A world with the program running, shared by the tests of a class.</summary>
public sealed class RunningWorld : IAsyncLifetime
{
    public World World { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await World.CreateAsync();
        await World.StartBotAsync(("Storage__PartSize", "131072"));
    }

    public async Task DisposeAsync() => await World.DisposeAsync();
}
