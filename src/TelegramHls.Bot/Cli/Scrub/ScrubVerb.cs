using Microsoft.Extensions.Options;
using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog;
using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Cli.Scrub;

/// <summary><c>scrub</c>: rows against messages, without a server.</summary>
internal static class ScrubVerb
{
    public static async Task<int> RunAsync(
        VerbHost host, string[] assignments, ScrubOrder order, bool json, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = VerbHost.NewBuilder(assignments);
        var setup = new Setup(builder.Configuration);
        if (DataDirectory.IsInUse(setup.DataRoot))
        {
            await new Explanation(
                ExitCode.Failed,
                "scrub does not run beside a server",
                $"A telegramhls server works in {setup.DataRoot}.",
                "stop it, run this again, then start it; meanwhile nothing is lost").WriteAsync();
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
        var line = new ProgressLine("parts looked at", isSilent: json);
        ScrubReport found = await app.Services.GetRequiredService<Scrubber>().RunAsync(order, line, cancellationToken);
        line.End();
        var words = ActivatorUtilities.CreateInstance<ScrubWords>(app.Services);
        var report = new Report(await words.OfAsync(found, order, cancellationToken), ScrubCounts.Of(found));
        await report.WriteAsync(json);
        return report.IsWell ? ExitCode.Done : ExitCode.Failed;
    }
}
