using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Tests.Hosting;

public sealed class PublicUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("http://localhost:9000;http://127.0.0.1:9001", "http://localhost:9000")]
    public void Of_AListeningAddress_IsThatAddress(string urls, string expected) =>
        PublicUrl.Of(new ServerOptions(), urls).Value.ShouldBe(expected);

    [Theory]
    [InlineData("http://*:8080")]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://[::]:8080")]
    public void Of_AWildcard_IsAnAddressThatOthersCanOpen(string urls)
    {
        string value = PublicUrl.Of(new ServerOptions(), urls).Value;

        Uri.TryCreate(value, UriKind.Absolute, out Uri? address).ShouldBeTrue();
        System.Net.IPAddress.TryParse(address!.Host, out _).ShouldBeTrue();
        address.Port.ShouldBe(8080);
    }

    [Fact]
    public void Of_AWildcardInAContainer_NamesTheSetting()
    {
        Environment.SetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER", "true");
        try
        {
            Should.Throw<SettingsException>(() => PublicUrl.Of(new ServerOptions(), "http://*:8080"))
                .Remedy.ShouldContain("Server__PublicUrl");
        }
        finally
        {
            Environment.SetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER", null);
        }
    }

    [Fact]
    public void Of_AGivenAddress_DropsTheSlashAtItsEnd() =>
        PublicUrl.Of(new ServerOptions { PublicUrl = "https://films.example.org/" }, "http://*:8080").Value
            .ShouldBe("https://films.example.org");

    [Theory]
    [InlineData("films.example.org")]
    [InlineData("ftp://films.example.org")]
    public void Of_SomethingElse_NamesTheSetting(string given) =>
        Should.Throw<SettingsException>(() => PublicUrl.Of(new ServerOptions { PublicUrl = given }, "http://*:8080"))
            .Remedy.ShouldContain("Server__PublicUrl");
}
