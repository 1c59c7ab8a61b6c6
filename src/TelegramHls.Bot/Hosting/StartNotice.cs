using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TelegramHls.Bot.Hosting;

/// <summary>Says at the start where the program is and where its things are.</summary>
internal sealed class StartNotice(
    IServer server, PublicUrl publicUrl, DataDirectory directory, ILogger<StartNotice> logger)
{
    public void Write()
    {
        string urls = string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        Log.Started(logger, urls, publicUrl.Value, directory.Root);
    }
}
