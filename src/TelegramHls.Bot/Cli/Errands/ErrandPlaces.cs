using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Cli.Control;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli.Errands;

/// <summary>Finds where errands are to be run: in the server that works in the data directory, else here.</summary>
internal static class ErrandPlaces
{
    /// <exception cref="ErrandException">Something works in the data directory and does not answer.</exception>
    public static async Task<IErrandPlace> OpenAsync(
        VerbHost host, string[] assignments, ErrandNeeds needs, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = VerbHost.NewBuilder(assignments);
        var setup = new Setup(builder.Configuration);
        if (DataDirectory.IsInUse(setup.DataRoot))
        {
            var server = new ServerPlace(new ControlSocket(setup.DataRoot));
            return await server.IsOpenAsync(cancellationToken)
                ? server
                : throw ErrandException.Of(
                    "the data directory is in use",
                    $"A telegramhls works in {setup.DataRoot} and does not answer: a server that is starting, or another command.",
                    "wait a moment and repeat this");
        }

        LoneRooms rooms = await LoneRooms.OpenAsync(host, builder, setup, cancellationToken);
        try
        {
            await (needs == ErrandNeeds.Engine ? rooms.StartWorkAsync(cancellationToken) : rooms.StartTellingAsync(cancellationToken));
            return new LonePlace(rooms);
        }
        catch
        {
            await rooms.DisposeAsync();
            throw;
        }
    }
}
