using Microsoft.Extensions.Configuration;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void Load_WithAnAssignment_OverridesTheEnvironment()
    {
        Environment.SetEnvironmentVariable("Server__MaxStreams", "7");
        using var configuration = new ConfigurationManager();

        Settings.Load(configuration, ["Server__MaxStreams=8"]);

        configuration["Server:MaxStreams"].ShouldBe("8");
        Environment.SetEnvironmentVariable("Server__MaxStreams", null);
    }

    [Fact]
    public void Load_WithAValueThatHasASign_KeepsItWhole()
    {
        using var configuration = new ConfigurationManager();

        Settings.Load(configuration, ["Database:ConnectionString=Data Source=/x/y.db"]);

        configuration["Database:ConnectionString"].ShouldBe("Data Source=/x/y.db");
    }

    [Theory]
    [InlineData("Server:MaxStreams")]
    [InlineData("=8")]
    public void Load_WithoutKeyOrValue_SaysHowItIsWritten(string assignment) =>
        Should.Throw<SettingsException>(() => Settings.Load(new ConfigurationBuilder(), [assignment]))
            .Remedy.ShouldContain("--set KEY=VALUE");
}
