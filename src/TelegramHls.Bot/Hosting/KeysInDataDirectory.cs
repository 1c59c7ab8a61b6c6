using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace TelegramHls.Bot.Hosting;

/// <summary>Keeps the signing keys below the data directory, which only this user may read, and not in the user's home.</summary>
internal sealed class KeysInDataDirectory(DataDirectory directory, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) =>
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(directory.Keys), loggers);
}
