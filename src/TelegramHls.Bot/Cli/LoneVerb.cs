using Microsoft.Extensions.Options;
using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog;

namespace TelegramHls.Bot.Cli;

/// <summary>A verb that works on the data directory itself, so not beside a server.</summary>
/// <param name="host">What verbs share.</param>
/// <param name="name">The verb as it is typed.</param>
/// <param name="remedy">What helps while a server runs.</param>
internal sealed class LoneVerb(VerbHost host, string name, string remedy)
{
    /// <summary>Does <paramref name="work"/> in the rooms of the program, which are not started, and writes its report.</summary>
    public async Task<int> RunAsync(
        string[] assignments, bool json, Func<IServiceProvider, Task<Report>> work, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = VerbHost.NewBuilder(assignments);
        var setup = new Setup(builder.Configuration);
        if (DataDirectory.IsInUse(setup.DataRoot))
        {
            await new Explanation(
                ExitCode.Failed, $"{name} does not run beside a server", $"A telegramhls server works in {setup.DataRoot}.", remedy)
                .WriteAsync();
            return ExitCode.Failed;
        }

        using DataDirectory directory = DataDirectory.Open(setup.DataRoot);
        builder.Services.AddSingleton(directory);
        await using ServeSandbox? sandbox = setup.IsSandbox
            ? await ServeSandbox.StartForVerbAsync(builder.Configuration, directory, cancellationToken)
            : null;
        await using WebApplication app = host.Build(builder, new Setup(builder.Configuration));
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.Services.GetRequiredService<CatalogMigrator>().MigrateAsync(cancellationToken);
        Report report = await work(app.Services);
        await report.WriteAsync(json);
        return report.IsWell ? ExitCode.Done : ExitCode.Failed;
    }
}
