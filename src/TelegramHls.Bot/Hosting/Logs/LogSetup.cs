using Microsoft.Extensions.Logging.Console;
using Serilog;
using Serilog.Core;

namespace TelegramHls.Bot.Hosting.Logs;

/// <summary>Where log lines go, and which never may.</summary>
public static class LogSetup
{
    // These write request addresses, which hold tokens and share keys; what they know we log ourselves, as route templates.
    // What the host says at its start, StartNotice says better.
    private static readonly string[] SilencedCategories =
        ["System.Net.Http", "Microsoft.AspNetCore", "Microsoft.Hosting.Lifetime"];

    // A start that fails is explained by the command line, in three lines and without a stack trace.
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    // The keys lie in the data directory, which is this user's alone; a warning at every first start helps nobody.
    private const string KeysCategory = "Microsoft.AspNetCore.DataProtection";

    private const long FileSizeLimit = 50_000_000;
    private const int FilesKept = 14;

    /// <summary>Console always (plain, or JSON by <c>Logging:Console:FormatterName=json</c>), a rotated file when <c>Logging:File:Path</c> is set.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddConsole();
        builder.Services.Configure<SimpleConsoleFormatterOptions>(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        if (builder.Configuration["Logging:File:Path"] is { Length: > 0 } path)
        {
            Logger file = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.File(
                path,
                outputTemplate: "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}",
                rollingInterval: RollingInterval.Day,
                fileSizeLimitBytes: FileSizeLimit,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: FilesKept).CreateLogger();
            builder.Logging.AddSerilog(file, dispose: true);
        }

        builder.Services.PostConfigure<LoggerFilterOptions>(Silence);
    }

    /// <summary>Wraps every rule, since a rule of the configuration may be more specific than any of ours.</summary>
    private static void Silence(LoggerFilterOptions options)
    {
        LoggerFilterRule[] rules =
        [
            new(providerName: null, categoryName: null, options.MinLevel, filter: null),
            .. options.Rules,
        ];
        options.Rules.Clear();
        foreach (LoggerFilterRule rule in rules)
        {
            options.Rules.Add(new LoggerFilterRule(
                rule.ProviderName,
                rule.CategoryName,
                rule.LogLevel,
                (provider, category, level) =>
                    (rule.Filter?.Invoke(provider, category, level) ?? true) && !IsSilenced(category, level)));
        }
    }

    private static bool IsSilenced(string? category, LogLevel level) => category switch
    {
        null => false,
        HostCategory => level < LogLevel.Critical,
        _ when category.StartsWith(KeysCategory, StringComparison.Ordinal) => level < LogLevel.Error,
        _ => level < LogLevel.Warning
            && Array.Exists(SilencedCategories, prefix => category.StartsWith(prefix, StringComparison.Ordinal)),
    };
}
