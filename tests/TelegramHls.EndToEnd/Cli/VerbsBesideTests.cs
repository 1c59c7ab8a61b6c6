using System.Net;
using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Cli;

/// <summary>Films of this machine, under names that are hard to type, and the verbs that then speak of them; beside one server.</summary>
public sealed class VerbsBesideTests(RunningWorld running) : IClassFixture<RunningWorld>
{
    private World World => running.World;

    [Fact]
    public async Task Add_FilmsWithHostileNames_PlayAndStayWhereTheyAre()
    {
        using var films = new TempDirectory();
        string[] names = ["-a name\nof two \"lines\" and 'quotes' $HOME `x` %s.mp4", "\u202Eevil\u0007 семь 🎬.mkv"];
        string[] paths = [.. await Task.WhenAll(names.Select((name, number) => PutAsync(films.File(name), number)))];

        Verb add = await RunAsync([.. paths, films.Path, films.File("nothing.mp4"), "--json"]);

        add.Code.ShouldBe(1, "two of the four are no films");
        JsonElement[] added = [.. Json(add).GetProperty("films").EnumerateArray()];
        Json(add).GetProperty("ok").GetBoolean().ShouldBeFalse();
        Text(added[2], "problem").ShouldBe("It is a directory.");
        Text(added[3], "problem").ShouldBe("There is no such file.");
        foreach ((string path, JsonElement film) in paths.Zip(added))
        {
            Text(film, "file").ShouldBe(path);
            Text(film, "state").ShouldBe("ready");
            Text(film, "title").ShouldAllBe(letter => !char.IsControl(letter) && letter != '\u202E');
            string stream = film.GetProperty("links").GetProperty("stream").GetString()!;
            (await PacketsAsync(stream)).ShouldBe(await PacketsAsync(films.File(names[Array.IndexOf(paths, path)])));
            JsonElement shown = Json(await RunAsync("show", Text(film, "id"), "--json"));
            Text(shown, "sha256").ShouldBe((await Command.RunAsync("sha256sum", "-z", path)).Split(' ')[0]);
            File.ResolveLinkTarget(path, returnFinalTarget: false).ShouldBeNull("it is the file itself");
        }
    }

    [Fact]
    public async Task Verbs_BesideTheServer_SpeakOfTheSameFilm()
    {
        using var films = new TempDirectory();
        string path = await PutAsync(films.File("One film.mp4"), 7);

        Verb add = await RunAsync("add", path);
        string id = add.Said.Split('\n').Single(line => line.StartsWith("One film is ready: ", StringComparison.Ordinal)).Split(' ')[^1];
        JsonElement listed = Json(await RunAsync("list", "--json")).GetProperty("films").EnumerateArray().Single(film => Text(film, "id") == id);
        Verb replaced = await RunAsync("links", id, "--revoke", "--new", "--json");
        Verb again = await RunAsync("add", path, "--json");
        Verb asked = await RunAsync("delete", id);
        Verb deleted = await RunAsync("delete", "--yes", id, "nothing0");
        Verb gone = await RunAsync("show", id);

        add.Code.ShouldBe(0, add.Said);
        string old = add.Said.Split('\n').Single(line => line.StartsWith("stream:", StringComparison.Ordinal)).Split(' ')[^1];
        string stream = Json(replaced).GetProperty("links").GetProperty("stream").GetString()!;
        listed.GetProperty("bytes").GetInt64().ShouldBe(new FileInfo(path).Length);
        (Json(replaced).GetProperty("revoked").GetInt32(), stream == old).ShouldBe((1, false));
        Json(again).GetProperty("films")[0].GetProperty("duplicate").GetBoolean().ShouldBeTrue();
        (asked.Code, deleted.Code, gone.Code).ShouldBe((2, 1, 1), $"{asked.Said}{deleted.Said}{gone.Said}");
        deleted.Said.ShouldContain($"{id}  One film: Deleted.");
        gone.Said.ShouldContain("try: telegramhls list");
        (await World.Bot.Http.GetAsync(stream)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        File.Exists(path).ShouldBeTrue("it is not ours to delete");
    }

    [Fact]
    public async Task Verbs_OfTheOperator_SteerTheServer()
    {
        using var films = new TempDirectory();
        Verb add = await RunAsync("add", await PutAsync(films.File("Steered film.mp4"), 8), "--json");
        string id = Text(Json(add).GetProperty("films")[0], "id");
        await new Rows(World).UntilIdleAsync();
        string left = Directory.CreateDirectory(Path.Combine(World.Data, "spool", "0leftover0")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(left, "source"), new byte[1000]);
        await Command.RunAsync("touch", "-d", "2 days ago", left, Path.Combine(left, "source"));

        JsonElement job = Json(await RunAsync("jobs", "list", "--text", "steered FILM", "--json")).GetProperty("jobs").EnumerateArray().Single();
        Verb retry = await RunAsync("jobs", "retry", id, "--from", "announce");
        Verb nothing = await RunAsync("jobs", "cancel", "nothing0");
        Verb bots = await RunAsync("bots", "list", "--json");
        Verb warm = await RunAsync("cache", "warm", id, "--json");
        Verb clear = await RunAsync("cache", "clear", "--json");
        Verb look = await RunAsync("cleanup", "--dry-run", "--json");
        bool lies = Directory.Exists(left);
        Verb cleanup = await RunAsync("cleanup", "--json");

        (Text(job, "video"), Text(job, "state")).ShouldBe((id, "succeeded"));
        (retry.Code, nothing.Code).ShouldBe((0, 1), retry.Said + nothing.Said);
        Json(bots).GetProperty("bots").EnumerateArray().Sum(bot => bot.GetProperty("bytes").GetInt64()).ShouldBeGreaterThan(0);
        long read = Json(warm).GetProperty("films")[0].GetProperty("bytes").GetInt64();
        long kept = Json(warm).GetProperty("cacheBytes").GetInt64();
        read.ShouldBeInRange(1, kept);
        (Json(clear).GetProperty("freed").GetInt64(), Json(clear).GetProperty("bytes").GetInt64()).ShouldBe((kept, 0));
        foreach (Verb found in (Verb[])[look, cleanup])
        {
            Json(found).GetProperty("spool").GetProperty("bytes").GetInt64().ShouldBe(1000);
        }

        (lies, Directory.Exists(left)).ShouldBe((true, false));
        Json(await RunAsync("show", id, "--json")).GetProperty("film").GetProperty("state").GetString().ShouldBe("ready");
    }

    [Fact]
    public async Task ConfigShow_AnyValue_NamesItsSourceAndNoSecret()
    {
        Verb show = await RunAsync("config", "show", "--json", "--set", "Storage:Replicas=3");

        JsonElement[] settings = [.. Json(show).GetProperty("settings").EnumerateArray()];
        JsonElement On(string key) => settings.Single(setting => Text(setting, "key") == key);
        (Text(On("Storage:Replicas"), "value"), Text(On("Storage:Replicas"), "source")).ShouldBe(("3", "--set"));
        (Text(On("Telegram:ApiUrl"), "value"), Text(On("Telegram:ApiUrl"), "source")).ShouldBe((World.Telegram.Url, "environment"));
        (Text(On("Jobs:Parallel"), "value"), Text(On("Jobs:Parallel"), "source")).ShouldBe(("2", "default"));
        Text(On("Logging:LogLevel:Default"), "source").ShouldBe(Path.Combine(Path.GetDirectoryName(BotProcess.Program)!, "appsettings.json"));
        Text(On("Telegram:ControlBot:Token"), "value").ShouldBe($"{World.Telegram.Accounts.ControlBot.Id}:********");
        show.Said.ShouldNotContain(World.Telegram.Accounts.StorageBots[2].Bot.Token.Split(':')[1]);
    }

    [Theory]
    [InlineData("telegramhls jobs l", "list")]
    [InlineData("telegramhls --set A=B jobs retry --fr", "--from")]
    [InlineData("telegramhls cle", "cleanup")]
    public async Task Completion_InBash_KnowsTheVerbs(string line, string expected)
    {
        string script = (await RunAsync("completion", "bash")).Said;
        string[] words = line.Split(' ');
        string ask = $"{script}\nCOMP_WORDS=({line}); COMP_CWORD={words.Length - 1}; _telegramhls; echo \"${{COMPREPLY[@]}}\"";

        (await Command.RunAsync("bash", "-c", ask)).Trim().ShouldBe(expected);
    }

    [Fact]
    public async Task Serve_BesideTheServer_IsRefusedAndLeavesThatAlone()
    {
        Verb second = await RunAsync("serve", "--set", "Server:Urls=http://127.0.0.1:0");
        Verb list = await RunAsync("list");

        second.Code.ShouldBe(3, second.Said);
        second.Said.ShouldContain("Data__Directory");
        list.Code.ShouldBe(0, list.Said);
    }

    [Fact]
    public async Task Dashboard_BesideTheServer_PrintsALinkThatSignsIn()
    {
        Verb dashboard = await RunAsync("dashboard");
        using HttpResponseMessage signedIn = await World.Bot.Http.PostAsync(dashboard.Said.Trim(), content: null);
        Verb ended = await RunAsync("dashboard", "--sign-out");

        signedIn.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/jobs");
        ended.Said.ShouldBe("Everybody is signed out.");
    }

    [Fact]
    public void Socket_OfTheServer_IsItsUsersAlone()
    {
        File.GetUnixFileMode(Path.Combine(World.Data, "control.sock")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(World.Data).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The sample with a box of its own behind it, else it would be one film for all.</summary>
    internal static async Task<string> PutAsync(string path, int number)
    {
        byte[] free = [0, 0, 0, 24, .. "free"u8, .. new byte[15], (byte)number];
        await File.WriteAllBytesAsync(path, [.. await File.ReadAllBytesAsync(await Films.TwoLanguages(2)), .. free]);
        return path;
    }

    internal static JsonElement Json(Verb verb) => JsonSerializer.Deserialize<JsonElement>(
        verb.Said[verb.Said.IndexOf('{', StringComparison.Ordinal)..(verb.Said.LastIndexOf('}') + 1)]);

    internal static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    internal static Task<string> PacketsAsync(string source) =>
        Command.RunAsync("ffmpeg", "-v", "error", "-i", source.StartsWith('/') ? $"file:{source}" : source, "-map", "0:v", "-c", "copy", "-f", "hash", "-");

    private Task<Verb> RunAsync(params string[] arguments) => Verb.RunAsync(
        World.Directory,
        Verb.SettingsFor(World.Telegram.Url, World.Telegram.Accounts),
        arguments[0].StartsWith('/') ? ["add", .. arguments] : arguments);
}
