using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TelegramHls.Jobs.Tests;

public sealed class JobsOptionsTests
{
    [Theory]
    [InlineData("Parallel", "0")]
    [InlineData("StallAfter", "00:00:00")]
    [InlineData("KeepDays", "-1")]
    [InlineData("MaxAttempts", "0")]
    [InlineData("FirstPause", "2.00:00:00")]
    [InlineData("MaxPause", "00:00:00")]
    public void Value_OutOfRange_IsRefusedByTheNameToSet(string key, string value)
    {
        using ServiceProvider services = Build(new KeyValuePair<string, string?>($"Jobs:{key}", value));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<JobsOptions>>().Value)
            .Message.ShouldContain($"Jobs__{key}");
    }

    [Fact]
    public void Value_NothingSet_HasTheDocumentedDefaults()
    {
        using ServiceProvider services = Build();

        JobsOptions options = services.GetRequiredService<IOptions<JobsOptions>>().Value;

        (options.Parallel, options.StallAfter, options.KeepDays).ShouldBe((2, TimeSpan.FromMinutes(5), 30));
    }

    private static ServiceProvider Build(params KeyValuePair<string, string?>[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddJobs(_ => SqliteFactory.Instance.CreateDataSource("Data Source=unused.db"))
        .BuildServiceProvider();
}
