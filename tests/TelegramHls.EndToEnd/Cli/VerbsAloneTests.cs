using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Cli;

/// <summary>The same verbs where no server runs: they do the work themselves, and a server that starts later finds it done.</summary>
public sealed class VerbsAloneTests : OneWorld
{
    [Fact]
    public async Task Add_WithoutAServer_MakesTheFilmAndTheServerPlaysIt()
    {
        string film = await VerbsBesideTests.PutAsync(Path.Combine(World.Directory, "Lone film.mp4"), 1);
        Dictionary<string, string> settings = Verb.SettingsFor(World.Telegram.Url, World.Telegram.Accounts);
        (settings["Storage__MessagesPerMinute"], settings["Telegram__AllowedUsers__0"]) = ("0", $"{World.Telegram.Accounts.Person.Id}");

        Verb dashboard = await Verb.RunAsync(World.Directory, settings, "dashboard");
        await File.WriteAllTextAsync(Path.Combine(World.Directory, "No film.mkv"), "words");
        Verb add = await Verb.RunAsync(World.Directory, settings, "add", "Lone film.mp4", "No film.mkv");
        Verb list = await Verb.RunAsync(World.Directory, settings, "list", "--json");
        Directory.EnumerateFileSystemEntries(Path.Combine(World.Data, "spool")).ShouldBeEmpty("nothing is left to do");
        await World.StartBotAsync();
        Card listed = await World.AskAsync("/list");

        (dashboard.Code, add.Code, list.Code).ShouldBe((1, 1, 0), $"{dashboard.Said}\n{add.Said}\n{list.Said}");
        dashboard.Said.ShouldContain("no server runs");
        string id = VerbsBesideTests.Text(
            VerbsBesideTests.Json(list).GetProperty("films").EnumerateArray()
                .Single(one => VerbsBesideTests.Text(one, "title") == "Lone film"),
            "id");
        add.Said.ShouldContain($"Lone film is ready: {id}");
        add.Said.ShouldContain("No film.mkv was not added\ncause: This file cannot be played");
        listed.Text.ShouldContain(id);
        string link = add.Said.Split('\n').Single(line => line.StartsWith("stream:", StringComparison.Ordinal)).Split(' ')[^1];
        (await VerbsBesideTests.PacketsAsync(new Uri(World.Bot.Url, new Uri(link).AbsolutePath).ToString())).ShouldBe(await VerbsBesideTests.PacketsAsync(film));
        File.Exists(film).ShouldBeTrue();
    }
}
