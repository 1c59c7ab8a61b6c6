using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Tests.Hosting;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Bot.Tests.Deploy;

/// <summary>No test can build the image; these compare each name in the Dockerfile with what it names.</summary>
public sealed partial class ImageRecipeTests
{
    // What only the container needs: .NET's TLS. Elsewhere the SDK's own requirements bring it.
    private static readonly string[] OnlyInTheImage = ["libssl3"];
    private static readonly string[] ToBuild = ["nodejs", "npm"];

    private readonly ImageRecipe _recipe = ImageRecipe.Read();

    [Fact]
    public void Copy_Sources_AreThereAndPassTheIgnoreFile()
    {
        string[] passing = [.. File.ReadLines(Path.Combine(BotProcess.Root, ".dockerignore"))
            .Where(line => line.StartsWith('!')).Select(line => line[1..])];

        string[] sources = CopiedFromTheContext();

        sources.ShouldAllBe(source => Path.Exists(Path.Combine(BotProcess.Root, source)));
        sources.Select(source => source.TrimEnd('/')).Order().ShouldBe(passing.Order());
    }

    [Fact]
    public void Copy_Sources_HoldAllThatMakeBuildsFrom()
    {
        string makefile = File.ReadAllText(Path.Combine(BotProcess.Root, "Makefile"));
        string[] files = MakeSources().Match(makefile).Groups["files"].Value.Split(' ');

        // Make itself also goes by the SDK's version and by the rules that decide what is an error.
        CopiedFromTheContext().Select(source => source.TrimEnd('/')).Order().ShouldBe(
            files.Concat(["src", "eng", "global.json", ".editorconfig", "LICENSE"]).Order());
    }

    [Fact]
    public void Packages_OfBuildAndImage_AreThoseOfTheSetUp()
    {
        string forTheProgram = File.ReadAllText(Path.Combine(BotProcess.Root, "eng", "setup.sh")).Split("if [ \"$what\" != run ]")[0];
        string[] setUp = [.. SetUpPackages().Matches(forTheProgram).SelectMany(match => match.Groups["names"].Value.Split(' '))];

        ImageRecipe.Packages(_recipe.Final).Except(OnlyInTheImage).ShouldBe(setUp.Except(ToBuild).Order(StringComparer.Ordinal));
        ImageRecipe.Packages(_recipe.Instructions.Except(_recipe.Final)).ShouldBe(ToBuild);
    }

    [Fact]
    public void Program_OfTheImage_IsTheAssemblyThatIsPublished()
    {
        string project = File.ReadAllText(Path.Combine(BotProcess.Root, "src", "TelegramHls.Bot", "TelegramHls.Bot.csproj"));
        string name = AssemblyName().Match(project).Groups["name"].Value;
        string[] copied = _recipe.Final.Single(line => line.Rest.StartsWith("--from=build", StringComparison.Ordinal)).Rest.Split(' ');
        string publish = _recipe.Instructions.Single(line => line.Rest.Contains("dotnet publish", StringComparison.Ordinal)).Rest;

        _recipe.Only("ENTRYPOINT").ShouldBe($"[\"{copied[2]}{name}\"]");
        publish.ShouldContain($"-o {copied[1].TrimEnd('/')} ");
        publish.ShouldContain("dotnet publish src/TelegramHls.Bot -c Release -r \"$rid\" --self-contained");
    }

    [Fact]
    public void Environment_Names_AreSettingsOrTheRuntimes()
    {
        Dictionary<string, string> environment = _recipe.Environment;

        environment["DOTNET_RUNNING_IN_CONTAINER"].ShouldBe("true");
        environment.Keys.Except(["DOTNET_RUNNING_IN_CONTAINER", "HOME"]).Select(SettingsTable.KeyOf)
            .ShouldBeSubsetOf(SettingsTable.Read().Keys);
    }

    [Fact]
    public void Data_OfTheImage_BelongsToItsUserAndLiesInTheVolume()
    {
        string[] user = _recipe.Only("USER").Split(':');
        string data = _recipe.Environment["Data__Directory"];

        user.ShouldAllBe(id => int.Parse(id) >= 10_000);
        _recipe.Only("VOLUME").ShouldBe(data);
        _recipe.Only("RUN").ShouldContain($"install -d -m 0700 -o {user[0]} -g {user[1]} {data}");
    }

    [Fact]
    public void Port_OfTheImage_IsTheSameEverywhere()
    {
        int port = BindingAddress.Parse(_recipe.Environment["Server__Urls"]).Port;

        _recipe.Only("EXPOSE").ShouldBe($"{port}");
        _recipe.HealthCheck[^1].ShouldContain($"/dev/tcp/127.0.0.1/{port} ");
    }

    private string[] CopiedFromTheContext() =>
    [
        .. _recipe.Instructions
            .Where(line => line.Word == "COPY" && !line.Rest.StartsWith("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Rest.Split(' ')[..^1]),
    ];

    [GeneratedRegex(@"^SOURCES := .*\\\n\s+(?<files>.*)$", RegexOptions.Multiline)]
    private static partial Regex MakeSources();

    [GeneratedRegex(@"need\+=\((?<names>[^)]+)\)")]
    private static partial Regex SetUpPackages();

    [GeneratedRegex("<AssemblyName>(?<name>[^<]+)<")]
    private static partial Regex AssemblyName();
}
