using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Storage.Transport.Faults;

namespace TelegramHls.Storage.Tests.Chaos;

/// <summary>What happens to bots, channels and answers, drawn at random. Two bots of the pool are left alone.</summary>
internal sealed class ChaosWeather(StorageRig rig, Random random)
{
    private const int PartOfAFile = 60_000;
    private const int Victims = 2;

    private static readonly string[] Actions = ["kill", "lost", "429:5", "500", "401", "403"];
    private static readonly string[] Methods = ["sendDocument", "forwardMessage", "deleteMessages", "getFile", "file"];

    /// <summary>Something happens around one of the next calls.</summary>
    public string AskForAFault()
    {
        string point = TransportPoints.All[random.Next(TransportPoints.All.Count)];
        bool isAfter = point.EndsWith("after", StringComparison.Ordinal);
        string action = Actions[random.Next(isAfter ? 2 : Actions.Length)];
        int at = random.Next(1, 5);
        rig.Faults.Ask(point, action, at);
        return $"{point}={action}*{at}";
    }

    /// <summary>The world changes; says how.</summary>
    public async Task<string> ChangeAsync()
    {
        int victim = random.Next(Victims);
        long bot = rig.BotId(victim);
        switch (random.Next(9))
        {
            case 0:
                await rig.Sandbox.Hook("revoke", new { bot });
                return $"bot {victim} revoked";
            case 1:
                int channel = random.Next(rig.Bots);
                await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(channel), user_id = bot, status = "kicked" });
                return $"bot {victim} kicked from {channel}";
            case 2:
                int expired = random.Next(rig.Bots);
                await rig.Sandbox.Hook("expire", new { bot = rig.BotId(expired) });
                return $"ids of bot {expired} gone stale";
            case 3:
                await rig.Sandbox.Hook("purge", new { });
                return "server files purged";
            case 4:
                await rig.Sandbox.MoveClock(TimeSpan.FromHours(49));
                ((SwiftClock)rig.Time).Move(TimeSpan.FromHours(49));
                return "two days later";
            case 5:
                await ClearAsync();
                return "fair weather";
            default:
                return await StormAsync();
        }
    }

    public async Task ClearAsync()
    {
        await rig.Sandbox.ClearWeather();
        for (int bot = 0; bot < rig.Bots; bot++)
        {
            await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(bot), revoked = false });
        }

        await rig.OpenAllChannelsAsync();
    }

    private async Task<string> StormAsync()
    {
        string effect = random.Next(6) switch
        {
            0 => "corrupt",
            1 => "cut",
            2 => "flood",
            3 => "dropAfter",
            4 => "dropBefore",
            _ => "fail",
        };
        string method = effect is "corrupt" or "cut" ? "file" : Methods[random.Next(Methods.Length)];
        int count = random.Next(1, 4);
        await rig.Sandbox.Weather(
            new { effect, method, count, retry_after = random.Next(1, 30), after_bytes = random.Next(PartOfAFile), status = 502, body = "<html>" });
        return $"{effect} {method} {count} times";
    }
}
