using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>What becomes of the film of the kill tests when nothing happens to it.</summary>
public sealed class UndisturbedFilm : IAsyncLifetime
{
    /// <summary>Small parts, so that a short film has many.</summary>
    public static readonly (string Name, string? Value) SmallParts = ("Storage__PartSize", "131072");

    public string Path { get; private set; } = string.Empty;

    /// <summary>SHA-256 of the stored stream.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        Path = await Films.TwoLanguages(20);
        await using World world = await World.CreateAsync();
        await world.StartBotAsync(SmallParts);
        await world.AnswerToAsync(await world.SendAsync(Path));
        Sha256 = await Channels.Sha256Async(world, await new Rows(world).AskAsync("select file_id from videos"));
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
