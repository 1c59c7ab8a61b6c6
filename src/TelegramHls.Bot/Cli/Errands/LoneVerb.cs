using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli.Errands;

/// <summary>A verb that is to be alone with the channels, so not beside a server.</summary>
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

        await using LoneRooms rooms = await LoneRooms.OpenAsync(host, builder, setup, cancellationToken);
        Report report = await work(rooms.Services);
        await report.WriteAsync(json);
        return report.IsWell ? ExitCode.Done : ExitCode.Failed;
    }
}
