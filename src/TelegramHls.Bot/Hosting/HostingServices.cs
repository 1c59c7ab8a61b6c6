using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using TelegramHls.Bot.Health;
using TelegramHls.Bot.Hosting.Logs;
using TelegramHls.Storage;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Transport.Faults;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Hosting;

/// <summary>Registers what every room needs: clock, addresses, logs, limits.</summary>
public static class HostingServices
{
    /// <summary>Adds the options, the listening addresses and the logs.</summary>
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.AddLogs();
        builder.Services.TryAddOptions<ServerOptions>(ServerOptions.SectionName);
        builder.Services.TryAddOptions<DataOptions>(DataOptions.SectionName);
        builder.Services.AddSingleton(TimeProvider.System);

        // Players keep their connections open; nobody waits for them for long.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));

        // Not a setting: only a test has another cloud.
        builder.Services.AddSingleton(new CloudAddress(
            Environment.GetEnvironmentVariable("TELEGRAMHLS_CLOUD") ?? TelegramOptions.CloudUrl));
        builder.Services.AddDataProtection().SetApplicationName("telegramhls");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDataDirectory>();
        builder.Services.AddSingleton<StartNotice>();

        // The first that starts, so the last that stops.
        builder.Services.AddSingleton<RunMark>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<RunMark>());
        builder.Services.AddSingleton(provider =>
        {
            DataDirectory directory = provider.GetRequiredService<DataDirectory>();
            return new StorageDirectories(directory.Spool, directory.Cache);
        });
        AddDiskRoom(builder.Services);
        AddFaultPoints(builder.Services, Environment.GetEnvironmentVariable(FaultPoints.Variable));

        string urls = builder.Configuration["Server:Urls"] is { Length: > 0 } given ? given : ServerOptions.EveryAddress;
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A paused player leaves its connection open without reading for as long as the pause lasts.
            kestrel.Limits.MinResponseDataRate = null;
        });
        builder.Services.AddSingleton(services =>
            PublicUrl.Of(services.GetRequiredService<IOptions<ServerOptions>>().Value, urls));
    }

    /// <summary>Logs each request by its route's template, and lets other origins read where a route allows it.</summary>
    public static void UseHosting(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseRouting();
        app.UseCors();
    }

    /// <summary>Binds a section, checks its annotations, and does both before the program serves anything.</summary>
    public static void TryAddOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();

    private static void AddDiskRoom(IServiceCollection services) => services.AddSingleton(provider =>
    {
        DataDirectory directory = provider.GetRequiredService<DataDirectory>();
        long floor = provider.GetRequiredService<IOptions<DataOptions>>().Value.MinFreeBytes;

        // Nobody means a floor of so much; differences of it must not overflow.
        return new DiskRoom(() => Math.Max(directory.FreeBytes() - floor, long.MinValue / 2));
    });

    private static void AddFaultPoints(IServiceCollection services, string? settings)
    {
        var faults = new FaultPoints(settings);
        services.AddSingleton(faults);
        if (settings is not null)
        {
            services.AddSingleton<ITransportFaults>(faults);
        }
    }
}
