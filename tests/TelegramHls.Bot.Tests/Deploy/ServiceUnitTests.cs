using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using TelegramHls.Bot.Tests.Hosting;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Bot.Tests.Deploy;

/// <summary>The systemd unit names what the program, its settings and its paper name.</summary>
public sealed partial class ServiceUnitTests
{
    private readonly ILookup<string, string> _unit = Line()
        .Matches(File.ReadAllText(Path.Combine(BotProcess.Root, "deploy", "telegramhls.service")))
        .ToLookup(match => match.Groups["key"].Value, match => match.Groups["value"].Value);

    [Fact]
    public void Environment_Names_AreSettings() =>
        _unit["Environment"].Select(pair => SettingsTable.KeyOf(pair.Split('=')[0])).ShouldBeSubsetOf(SettingsTable.Read().Keys);

    [Fact]
    public void Program_IsWhereTheImageHasItToo() =>
        _unit["ExecStart"].Single().ShouldBe(ImageRecipe.Read().Only("ENTRYPOINT").Trim('[', ']', '"') + " serve");

    [Fact]
    public void Stop_WaitsLongerThanTheProgramTakes() =>
        TimeSpan.FromSeconds(int.Parse(_unit["TimeoutStopSec"].Single())).ShouldBeGreaterThan(new HostOptions().ShutdownTimeout);

    [Theory]
    [InlineData("telegramhls.service")]
    [InlineData("EnvironmentFile")]
    public void Paths_StandInTheOperationsPaper(string what)
    {
        string wanted = what == "EnvironmentFile" ? _unit[what].Single() : what;

        File.ReadAllText(Path.Combine(BotProcess.Root, "docs", "OPERATIONS.md")).ShouldContain(wanted);
    }

    [GeneratedRegex("^(?<key>[A-Za-z]+)=(?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
