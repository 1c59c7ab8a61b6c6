using TelegramHls.Bot.Hosting;
using TelegramHls.Media.Samples;
using TelegramHls.Sandbox;

namespace TelegramHls.Bot.Cli;

/// <summary>Sends a film as a newcomer would, and prints the links of the bot's answer.</summary>
internal sealed class SampleFilm(
    SandboxServer sandbox, DataDirectory directory, SampleMaker maker, ILogger<SampleFilm> logger)
{
    /// <summary>Ends when the links are printed; a fault is logged and ends it, too.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            string path = Path.Combine(directory.Sandbox, "sample.mp4");
            await maker.MakeAsync(path, cancellationToken);
            await using FileStream film = File.OpenRead(path);
            int sent = await sandbox.Guest.SendFileAsync(film, "Sample film.mp4", cancellationToken);
            IReadOnlyDictionary<string, string> links =
                await sandbox.Guest.WaitForLinksAsync(sent, "Stream", cancellationToken);
            foreach (string name in (string[])["Watch", "HLS", "Stream"])
            {
                string url = links.First(link => link.Key.EndsWith(name, StringComparison.Ordinal)).Value;
                await Console.Out.WriteLineAsync($"{name.ToLowerInvariant()}: {url}");
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SampleFailed(logger, error);
        }
    }
}
