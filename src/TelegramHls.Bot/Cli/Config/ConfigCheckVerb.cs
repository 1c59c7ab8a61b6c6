using TelegramHls.Bot.Cli.Config.Checks;
using TelegramHls.Bot.Cli.Config.Checks.Chats;
using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Config;

/// <summary><c>config check</c>: all that is wrong with the set-up at once.</summary>
internal static class ConfigCheckVerb
{
    // In the order of the report: what later ones rest on comes first.
    private static readonly Type[] Checks =
    [
        typeof(ValuesCheck), typeof(UnknownKeysCheck), typeof(BotNamesCheck), typeof(PublicUrlCheck), typeof(PortsCheck),
        typeof(DataDirectoryCheck), typeof(FFmpegCheck), typeof(HardwareCheck), typeof(DatabaseCheck),
        typeof(TokensCheck), typeof(WebhookCheck), typeof(LocalModeCheck), typeof(CloudLoginCheck), typeof(ServerFilesCheck), typeof(ChatsCheck),
        typeof(ReplicasCheck), typeof(OriginalCheck),
    ];

    public static async Task<int> RunAsync(VerbHost host, string[] assignments, CheckOptions options, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = VerbHost.NewBuilder(assignments);
        var setup = new Setup(builder.Configuration);
        builder.Configuration.AddInMemoryCollection(setup.Unreadable.Select(value => KeyValuePair.Create(value.Key, value.Setting.Default)));
        builder.Services.AddSingleton(options);
        await using WebApplication app = host.Build(builder, setup);
        var report = new Report([.. await LookAsync(app.Services, setup, options, cancellationToken)]);
        await report.WriteAsync(options.Json);
        return report.IsWell ? ExitCode.Done : ExitCode.WrongSettings;
    }

    private static async Task<List<Finding>> LookAsync(
        IServiceProvider services, Setup setup, CheckOptions options, CancellationToken cancellationToken)
    {
        string? whyNotOnline = WhyNotOnline(setup, options);
        var findings = new List<Finding>();
        foreach (Type type in Checks)
        {
            var check = (ICheck)ActivatorUtilities.CreateInstance(services, type);
            if (!check.IsOnline || whyNotOnline is null)
            {
                findings.AddRange(await LookAsync(check, cancellationToken));
            }
        }

        return whyNotOnline is null ? findings : [.. findings, Finding.Skipped("Telegram", whyNotOnline)];
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(ICheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.LookAsync(cancellationToken);
        }
        catch (Exception error) when (SettingsFaults.Read(error).Count > 0)
        {
            return [Finding.Skipped(check.GetType().Name.Replace("Check", string.Empty, StringComparison.Ordinal), "looked at once the settings above fit")];
        }
    }

    private static string? WhyNotOnline(Setup setup, CheckOptions options) =>
        setup.IsSandbox ? "not asked: in sandbox mode nothing leaves this machine"
        : options.Offline ? "not asked: --offline"
        : !Uri.TryCreate(setup.ApiUrl, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https")
            ? "not asked until Telegram:ApiUrl is an address"
        : null;
}
