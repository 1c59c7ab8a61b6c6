using Microsoft.Extensions.Options;
using TelegramHls.Bot.Access;
using TelegramHls.Catalog;
using TelegramHls.Jobs;
using TelegramHls.Media;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Hosting;

/// <summary>A section of the settings with the class that it is read into.</summary>
/// <param name="Name">The section.</param>
/// <param name="Type">Its options class.</param>
/// <param name="Read">Binds and validates it as the program does.</param>
public sealed record SettingsSection(string Name, Type Type, Func<IServiceProvider, object> Read)
{
    /// <summary>All of them; a section may be read into two classes.</summary>
    public static IReadOnlyList<SettingsSection> All { get; } =
    [
        Of<TelegramOptions>(TelegramOptions.SectionName),
        Of<AccessOptions>(AccessOptions.SectionName),
        Of<ServerOptions>(ServerOptions.SectionName),
        Of<DataOptions>(DataOptions.SectionName),
        Of<CatalogOptions>(CatalogOptions.SectionName),
        Of<StorageOptions>(StorageOptions.SectionName),
        Of<CacheOptions>(CacheOptions.SectionName),
        Of<MediaOptions>(MediaOptions.SectionName),
        Of<JobsOptions>(JobsOptions.SectionName),
    ];

    private static SettingsSection Of<TOptions>(string name)
        where TOptions : class =>
        new(name, typeof(TOptions), services => services.GetRequiredService<IOptions<TOptions>>().Value);
}
