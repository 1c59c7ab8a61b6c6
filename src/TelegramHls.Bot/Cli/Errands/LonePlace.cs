using System.Text.Json;
using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Errands;

/// <summary>Errands without a server, in this process.</summary>
/// <param name="rooms">The rooms of the program; this place's own.</param>
internal sealed class LonePlace(LoneRooms rooms) : IErrandPlace
{
    public bool IsAlone => true;

    public async Task<TResult> RunAsync<TResult>(
        string errand, object order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        // By JSON here, too: what works without a server works beside one.
        JsonElement asked = JsonText.Element(order);
        IErrand found = rooms.Services.GetServices<IErrand>().Single(one => one.Name == errand);
        object result = await found.RunAsync(asked, notes, cancellationToken);
        return JsonText.Read<TResult>(JsonText.Element(result))!;
    }

    public ValueTask DisposeAsync() => rooms.DisposeAsync();
}
