using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary><c>bots test</c>: each bot with its channel and 1 MB there and back, beside a running server or without one.</summary>
internal static class BotsTestVerb
{
    public static async Task<int> RunAsync(VerbHost host, string[] assignments, bool json, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = VerbHost.NewBuilder(assignments);
        var setup = new Setup(builder.Configuration);

        // In sandbox mode the bots are those of the sandbox: of the running one, else of one that runs for as long as this.
        bool own = setup.IsSandbox && !DataDirectory.IsInUse(setup.DataRoot);
        using DataDirectory? directory = own ? DataDirectory.Open(setup.DataRoot) : null;
        await using ServeSandbox? sandbox = directory is null
            ? null
            : await ServeSandbox.StartForVerbAsync(builder.Configuration, directory, cancellationToken);
        if (setup.IsSandbox && !own)
        {
            ServeSandbox.PointAtTheRunningOne(builder.Configuration, setup.DataRoot);
        }

        await using WebApplication app = host.Build(builder, new Setup(builder.Configuration));
        var test = ActivatorUtilities.CreateInstance<BotsTest>(app.Services);
        var report = new Report(await test.RunAsync(cancellationToken), new { RoundTrips = test.Trips, Pool = test.Speed });
        await report.WriteAsync(json);
        return report.IsWell ? ExitCode.Done : ExitCode.Failed;
    }
}
