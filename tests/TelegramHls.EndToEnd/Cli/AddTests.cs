using System.Net;
using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Cli;

/// <summary>Films of this machine, under names that are hard to type, and the verbs that then speak of them; beside one server.</summary>
public sealed class AddTests(RunningWorld running) : IClassFixture<RunningWorld>
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
