using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Recovery;

/// <summary>Registers what is done for the day on which something is lost.</summary>
public static class RecoveryServices
{
    /// <summary>Adds the recurring work on the database.</summary>
    public static IServiceCollection AddRecovery(this IServiceCollection services)
    {
        services.AddSingleton<IRecurringJob, DatabaseCopies>();
        services.AddSingleton<IRecurringJob, DatabaseVacuum>();
        return services;
    }
}
