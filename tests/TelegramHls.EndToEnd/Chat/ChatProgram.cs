using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Chat;

/// <summary>The published program without any token: it brings its own Telegram, with a chat page.</summary>
public sealed class ChatProgram : IAsyncLifetime, IDisposable
{
    private const string Announcement = "chat: ";
    private readonly TempDirectory _directory = new();

    public BotProcess Bot { get; private set; } = null!;

    /// <summary>Address of the chat page, as the program printed it.</summary>
    public string Url { get; private set; } = null!;

    /// <summary>A directory for the test's own files.</summary>
    public string Directory => _directory.Path;

    public async Task InitializeAsync()
    {
        Bot = BotProcess.Launch(Directory, new Dictionary<string, string>
        {
            ["Data__Directory"] = "data",
            ["Data__MinFreeBytes"] = "0",
            ["Storage__PartSize"] = "131072",
            ["Sandbox__Urls"] = "http://127.0.0.1:0",
        });
        await Waiting.UntilAsync(
            () => Bot.Lines.Any(line => line.StartsWith(Announcement, StringComparison.Ordinal)), "the address of the chat");
        Url = Bot.Lines.First(line => line.StartsWith(Announcement, StringComparison.Ordinal))[Announcement.Length..].Trim();
    }

    public async Task DisposeAsync() => await Bot.DisposeAsync();

    public void Dispose() => _directory.Dispose();
}
