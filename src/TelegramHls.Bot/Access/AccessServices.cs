using TelegramHls.Bot.Access.SignIn;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Access;

/// <summary>Registers who may do what.</summary>
public static class AccessServices
{
    /// <summary>Adds people, pairing and sign-in.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.TryAddOptions<AccessOptions>(AccessOptions.SectionName);
        services.AddSingleton<People>();
        services.AddSingleton<Pairing>();
        return services.AddSignIn();
    }
}
