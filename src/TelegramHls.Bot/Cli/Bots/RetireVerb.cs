using Microsoft.Extensions.Options;
using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary><c>bots retire</c>: without a server.</summary>
internal static class RetireVerb
{
    public static async Task<int> RunAsync(
        VerbHost host, string[] assignments, RetireOrder order, bool json, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = VerbHost.NewBuilder(assignments);
        var setup = new Setup(builder.Configuration);
        if (DataDirectory.IsInUse(setup.DataRoot))
        {
            await new Explanation(
                ExitCode.Failed,
                "bots retire does not run beside a server",
                $"A telegramhls server works in {setup.DataRoot}.",
                "stop it, run this again, then start it; or take the bot out of the settings: what it sent gets ids of other bots by itself")
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
        var retire = ActivatorUtilities.CreateInstance<BotsRetire>(
            app.Services, ActivatorUtilities.CreateInstance<RetiredMarks>(app.Services));
        var line = new ProgressLine("parts", isSilent: json);
        IReadOnlyList<Finding> findings = await retire.RunAsync(order, line, cancellationToken);
        if (retire.Report is not null)
        {
            line.End();
        }

        var report = new Report(findings, retire.Report);
        await report.WriteAsync(json);
        return report.IsWell ? ExitCode.Done : ExitCode.Failed;
    }
}
