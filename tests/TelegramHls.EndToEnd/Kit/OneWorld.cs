namespace TelegramHls.EndToEnd.Kit;

/// <summary>Each test has a world of its own, in which it starts the program itself.</summary>
public abstract class OneWorld : IAsyncLifetime
{
    protected World World { get; private set; } = null!;

    private protected Rows Rows { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await World.CreateAsync();
        Rows = new Rows(World);
    }

    public async Task DisposeAsync() => await World.DisposeAsync();
}
