using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using TelegramHls.EndToEnd.Playback;
using TelegramHls.Sandbox;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Chat;

/// <summary>A sandbox of one test whose control bot does what the test says, and its chat page in a browser.</summary>
public sealed class PageWorld : IAsyncDisposable
{
    private readonly TempDirectory _directory;
    private readonly HttpClient _http = new();

    private PageWorld(TempDirectory directory, SandboxServer server)
    {
        (_directory, Server) = (directory, server);
        Client = new SandboxClient(server.Url);
    }

    public SandboxServer Server { get; private set; }

    public SandboxClient Client { get; }

    public long Bot => Server.Accounts.ControlBot.Id;

    public long Person => Server.Accounts.Person.Id;

    public IPage Page { get; private set; } = null!;

    public List<string> Complaints { get; private set; } = null!;

    /// <summary>Starts, lets the person say the first word and opens the page on the bot's chat.</summary>
    public static async Task<PageWorld> OpenAsync(Chromium chromium, Func<PageWorld, Task>? before = null)
    {
        var directory = new TempDirectory();
        var world = new PageWorld(directory, await StartAsync(directory.Path, "http://127.0.0.1:0"));
        await world.Client.Say(world.Bot, "/start");
        await (before?.Invoke(world) ?? Task.CompletedTask);
        (world.Page, world.Complaints) = await chromium.OpenAsync();
        await world.Page.GotoAsync(world.Server.Url);
        await world.Page.Locator(".message[data-id]").First.WaitForAsync();
        return world;
    }

    /// <summary>Calls a method of the Bot API as the control bot.</summary>
    public async Task<JsonElement> CallAsync(string method, object fields)
    {
        using HttpResponseMessage answer =
            await _http.PostAsJsonAsync($"{Server.Url}/bot{Server.Accounts.ControlBot.Token}/{method}", fields);
        JsonElement body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("result", out JsonElement result) ? result : throw new InvalidOperationException(body.ToString());
    }

    /// <summary>The bot says something; returns the id of the message.</summary>
    public async Task<int> BotSaysAsync(string html, object? markup = null) => (await CallAsync(
        "sendMessage", new { chat_id = Person, text = html, parse_mode = "HTML", reply_markup = markup })).GetProperty("message_id").GetInt32();

    public Task EditAsync(int message, string text) =>
        CallAsync("editMessageText", new { chat_id = Person, message_id = message, text });

    /// <summary>Waits for the tap of a button and answers it.</summary>
    public async Task AnswerTapAsync(string text, bool alert)
    {
        JsonElement updates = await CallAsync("getUpdates", new { timeout = 20, allowed_updates = new[] { "callback_query" } });
        JsonElement tap = updates.EnumerateArray().First(update => update.TryGetProperty("callback_query", out _));
        string id = tap.GetProperty("callback_query").GetProperty("id").GetString()!;
        await CallAsync("answerCallbackQuery", new { callback_query_id = id, text, show_alert = alert });
    }

    /// <summary>Stops the sandbox, does something, and starts it at the same address.</summary>
    public async Task RestartAsync(Func<Task> meanwhile)
    {
        string url = Server.Url;
        await Server.DisposeAsync();
        await meanwhile();
        Server = await StartAsync(_directory.Path, url);
    }

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        Client.Dispose();
        _http.Dispose();
        await Server.DisposeAsync();
        _directory.Dispose();
    }

    private static Task<SandboxServer> StartAsync(string directory, string url) => SandboxServer.StartAsync(
        new SandboxOptions { Directory = directory, Url = url }, TimeProvider.System, loggers: null, CancellationToken.None);
}
