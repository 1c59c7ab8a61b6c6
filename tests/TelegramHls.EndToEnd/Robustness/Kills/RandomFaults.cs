namespace TelegramHls.EndToEnd.Robustness.Kills;

/// <summary>Faults for the lives of a program, drawn by a seed.</summary>
public sealed class RandomFaults(int seed)
{
    public const int Lives = 5;

    private const int FaultsOfALife = 4;

    // Of a lost answer to a message in the chat nobody can tell whether it stands there, so those are left alone.
    private static readonly string[] Calls = ["getFile", "download", "getChat", "getMe", "getUpdates", "editMessageText"];
    private static readonly string[] Actions = ["kill", "lost", "500", "lost*3"];
    private static readonly string[] ActionsOnSends = ["kill*2", "kill*5", "lost*2", "429:2*2", "500*2", "403"];
    private static readonly string[] Effects = ["corrupt", "cut", "flood", "dropAfter", "dropBefore", "fail"];

    private readonly Random _random = new(seed);

    public static TimeSpan LongestLife { get; } = TimeSpan.FromSeconds(60);

    public static TheoryData<int> Seeds =>
        int.TryParse(Environment.GetEnvironmentVariable("THLS_CHAOS_SEED"), out int seed)
            ? [seed]
            : [.. Enumerable.Range(1, 12)];

    /// <summary>The value of the environment variable for the next life.</summary>
    public string Next()
    {
        bool isAfter = _random.Next(2) == 0;
        string action = ActionsOnSends[_random.Next(isAfter ? 3 : ActionsOnSends.Length)];
        string send = $"telegram.sendDocument.{(isAfter ? "after" : "before")}={action}";
        IEnumerable<string> others = Enumerable.Range(0, FaultsOfALife)
            .Select(_ => $"telegram.{Draw(Calls)}.{Draw(["before", "after"])}={Draw(Actions)}")
            .DistinctBy(fault => fault.Split('=')[0]);
        return string.Join(';', others.Prepend(send));
    }

    /// <summary>Something happens on Telegram's side.</summary>
    public async Task DisturbAsync(World world)
    {
        string effect = Draw(Effects);
        string method = effect is "corrupt" or "cut" ? "file" : Draw(["sendDocument", "file", "getFile"]);

        // Nobody can tell a wrong byte in what a person sent; in what was stored it must be noticed.
        long? bot = effect == "corrupt" ? world.Telegram.Accounts.StorageBots[_random.Next(4)].Bot.Id : null;
        await world.Client.Weather(new
        {
            effect, method, bot, count = _random.Next(1, 4), retry_after = 2, after_bytes = _random.Next(100_000), status = 502, body = "<html>",
        });
        if (_random.Next(3) == 0)
        {
            await world.Client.Hook("purge", new { });
        }
    }

    private string Draw(string[] from) => from[_random.Next(from.Length)];
}
