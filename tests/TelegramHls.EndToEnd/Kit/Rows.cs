using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Kit;

/// <summary>What the program's database says, read from outside with the sqlite3 tool.</summary>
internal sealed class Rows(World world)
{
    private string Database => Path.Combine(world.Data, "telegramhls.db");

    /// <summary>The answer as sqlite3 prints it: one row a line, columns separated by <c>|</c>.</summary>
    public async Task<string> AskAsync(string sql) =>
        (await Command.RunAsync("sqlite3", "-cmd", ".timeout 20000", Database, sql)).Trim();

    public async Task<long> CountAsync(string table) => long.Parse(await AskAsync($"select count(*) from {table}"));

    /// <summary>Waits until the answer is the expected one.</summary>
    public Task UntilAsync(string sql, string expected) =>
        Waiting.UntilAsync(async () => await AskAsync(sql) == expected, $"'{sql}' to say '{expected}'");

    /// <summary>Waits until every job has ended, however it ended.</summary>
    public Task UntilIdleAsync() =>
        UntilAsync("select count(*) from jobs where finished_at is null or is_unsettled", "0");

    /// <summary>As if an hour had gone by since the sends that have no answer; the sweep lets them settle for ten minutes.</summary>
    public Task AgeIntentsAsync() => AskAsync($"update intents set at = at - {TimeSpan.TicksPerHour}");
}
