using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.EndToEnd.Playback;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Dashboard;

/// <summary>A running program with some jobs, and a browser that is signed in; shared by all tests of the operator's pages.</summary>
[CollectionDefinition(Name)]
public sealed partial class DashboardWorld : IAsyncLifetime, ICollectionFixture<DashboardWorld>
{
    public const string Name = "Dashboard";

    /// <summary>A film whose name would be a script if anybody let it.</summary>
    public const string Hostile = "<img src=x onerror=alert(1)> & \"quotes\"";

    private readonly Chromium _chromium = new();
    private string _state = null!;

    public World World { get; private set; } = null!;

    internal Rows Rows { get; private set; } = null!;

    /// <summary>The job of a film that is ready.</summary>
    public string Ready { get; private set; } = null!;

    /// <summary>The job of a file that is no film.</summary>
    public string Failed { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await World.CreateAsync();
        Rows = new Rows(World);
        Task starting = World.StartBotAsync(("Storage__PartSize", "131072"));
        await _chromium.InitializeAsync();
        await starting;
        await SignInAsync();

        string film = await Films.TwoLanguages(2);
        string broken = Path.Combine(World.Directory, "broken.mkv");
        await File.WriteAllTextAsync(broken, "This is no film.");
        int sent = await World.SendAsync(film, name: "Two languages.mp4");
        await World.SendAsync(broken, name: "Broken.mkv");
        await World.AnswerToAsync(sent);
        await Rows.UntilIdleAsync();
        Ready = await JobOfAsync("Two languages");
        Failed = await JobOfAsync("Broken");
    }

    public async Task DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await World.DisposeAsync();
    }

    /// <summary>A page of the signed-in browser; paths on it are paths of the program.</summary>
    public async Task<OperatorPage> OpenAsync(
        string path, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        (IPage page, List<string> complaints) = await _chromium.OpenAsync(width, scheme, _state, scripts);
        await page.GotoAsync(AddressOf(path));
        return new OperatorPage(page, complaints);
    }

    public string AddressOf(string path) => new Uri(World.Bot.Url, path).ToString();

    /// <summary>A client that sends what the signed-in browser would, and follows no redirect.</summary>
    public HttpClient Client(bool signedIn)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = World.Bot.Url };
        if (signedIn)
        {
            IEnumerable<string> cookies = CookiePattern().Matches(_state).Select(match => $"{match.Groups["name"].Value}={match.Groups["value"].Value}");
            client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies));
        }

        return client;
    }

    /// <summary>Signs in as a person does: a word to the bot, its link, the button.</summary>
    public async Task SignInAsync()
    {
        (IPage page, _) = await _chromium.OpenAsync();
        await page.GotoAsync(await LinkAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Overview" }).WaitForAsync();
        _state = await page.Context.StorageStateAsync();
        await page.CloseAsync();
    }

    /// <summary>The job of the film of that title.</summary>
    public async Task<string> JobOfAsync(string title)
    {
        string sql = $"select id from jobs where title = '{title.Replace("'", "''", StringComparison.Ordinal)}' order by created_at desc limit 1";
        await Waiting.UntilAsync(async () => (await Rows.AskAsync(sql)).Length > 0, $"a job of {title}");
        return await Rows.AskAsync(sql);
    }

    /// <summary>Adds ended jobs past the program, as if of long ago.</summary>
    public Task AddAsync(string prefix, int count, string title, string state = "Cancelled") => Rows.AskAsync(
        $"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
        INSERT INTO jobs (id, pipeline, subject, state, attempts, step, checkpoint, created_at, finished_at, is_unsettled, title, words, owner, priority)
        SELECT printf('{prefix}%07d', i), 'ingest', printf('{prefix}%09d', i), '{state}', 1, 'store', '{"{}"}', 630000000000000000 + i, 630000000000000000 + i,
          0, '{title.Replace("'", "''", StringComparison.Ordinal)}', lower('{title.Replace("'", "''", StringComparison.Ordinal)}'), '7', 1 FROM n
        """);

    private async Task<string> LinkAsync()
    {
        int asked = (await World.Client.Say(World.Chat, "/dashboard")).GetProperty("message_id").GetInt32();
        string? link = null;
        await World.Client.WaitFor(World.Chat, messages => (link = messages
            .Where(message => message.GetProperty("message_id").GetInt32() > asked).Select(message => LinkPattern().Match(message.ToString())).LastOrDefault(match => match.Success)?.Value) is not null);
        return AddressOf(new Uri(link!).AbsolutePath);
    }

    [GeneratedRegex("https?://[^\\s\"\\\\<]*/sign-in/[0-9A-Za-z]+")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("\"name\":\"(?<name>[^\"]+)\",\"value\":\"(?<value>[^\"]+)\"")]
    private static partial Regex CookiePattern();
}
