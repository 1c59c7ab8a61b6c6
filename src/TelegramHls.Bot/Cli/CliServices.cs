using TelegramHls.Bot.Cli.Bots;
using TelegramHls.Bot.Cli.Cache;
using TelegramHls.Bot.Cli.Cleanup;
using TelegramHls.Bot.Cli.Control;
using TelegramHls.Bot.Cli.Dashboard;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Films;
using TelegramHls.Bot.Cli.Films.Adding;
using TelegramHls.Bot.Cli.Jobs;

namespace TelegramHls.Bot.Cli;

/// <summary>Registers what verbs have done, and the socket over which they ask the server.</summary>
public static class CliServices
{
    /// <summary>Adds the errands and the local socket.</summary>
    public static IServiceCollection AddCli(this IServiceCollection services)
    {
        services.AddSingleton<FilmLookup>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<FilmFollower>();
        services.AddSingleton<IErrand, AddErrand>();
        services.AddSingleton<IErrand, ListErrand>();
        services.AddSingleton<IErrand, ShowErrand>();
        services.AddSingleton<IErrand, LinksErrand>();
        services.AddSingleton<IErrand, DeleteErrand>();
        services.AddSingleton<IErrand, JobsListErrand>();
        services.AddSingleton<IErrand, JobsActErrand>();
        services.AddSingleton<IErrand, BotsListErrand>();
        services.AddSingleton<IErrand, CacheStatsErrand>();
        services.AddSingleton<IErrand, CacheWarmErrand>();
        services.AddSingleton<IErrand, CleanupErrand>();
        services.AddSingleton<IErrand, DashboardErrand>();
        services.AddHostedService<ControlListener>();
        return services;
    }
}
