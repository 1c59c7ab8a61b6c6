using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Tests.Database;

public sealed class CatalogOptionsTests
{
    [Theory]
    [InlineData("PostgreSQL", "PostgreSQL comes later")]
    [InlineData("", "Database__Provider")]
    public void Provider_NotSqlite_IsRefusedByName(string provider, string expected)
    {
        using ServiceProvider services = Build("Database:Provider", provider);

        OptionsValidationException thrown =
            Should.Throw<OptionsValidationException>(() => services.GetRequiredService<CatalogDatabase>());

        thrown.Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Nonsense=1")]
    public void ConnectionString_Unusable_NamesTheSetting(string text)
    {
        using ServiceProvider services = Build("Database:ConnectionString", text);

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<CatalogDatabase>())
            .Message.ShouldContain("Database__ConnectionString");
    }

    [Fact]
    public void ConnectionString_Given_WinsOverTheDefaultFile()
    {
        using ServiceProvider services = Build("Database:ConnectionString", "Data Source=/srv/films/my.db");

        services.GetRequiredService<CatalogDatabase>().FilePath.ShouldBe("/srv/films/my.db");
    }

    private static ServiceProvider Build(string key, string value) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new KeyValuePair<string, string?>(key, value)]).Build())
        .AddCatalog(_ => "/nowhere/catalog.db")
        .BuildServiceProvider();
}
