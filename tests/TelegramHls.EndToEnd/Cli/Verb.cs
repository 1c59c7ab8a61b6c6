using System.Text.Json;
using TelegramHls.Sandbox.Accounts;

namespace TelegramHls.EndToEnd.Cli;

/// <summary>One run of a verb to its end.</summary>
internal sealed record Verb(int Code, string Said)
{
    /// <summary>The findings of a run with <c>--json</c>.</summary>
    public IReadOnlyList<JsonElement> Findings =>
        [.. JsonSerializer.Deserialize<JsonElement>(Said).GetProperty("findings").EnumerateArray()];

    public static async Task<Verb> RunAsync(
        string directory, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        await using BotProcess program = BotProcess.Launch(directory, settings, arguments);
        int code = await program.WaitForExitAsync(TimeSpan.FromSeconds(60));
        return new Verb(code, string.Join('\n', program.Lines));
    }

    /// <summary>The settings for the bots of a sandbox.</summary>
    public static Dictionary<string, string> SettingsFor(string url, SandboxAccounts accounts)
    {
        var settings = new Dictionary<string, string>
        {
            ["Telegram__ApiUrl"] = url,
            ["Telegram__ControlBot__Token"] = accounts.ControlBot.Token,
            ["Data__Directory"] = "data",
            ["Data__MinFreeBytes"] = "0",
            ["Server__PublicUrl"] = "http://192.0.2.20:8080",
        };
        for (int i = 0; i < accounts.StorageBots.Count; i++)
        {
            settings[$"Telegram__StorageBots__{i}__Token"] = accounts.StorageBots[i].Bot.Token;
            settings[$"Telegram__StorageBots__{i}__ChatId"] = accounts.StorageBots[i].ChatId.ToString();
        }

        return settings;
    }

    /// <summary>The only finding on a subject, or the worst of several.</summary>
    public Told On(string subject) => Findings
        .Where(finding => finding.GetProperty("subject").GetString() == subject)
        .Select(finding => new Told(
            finding.GetProperty("level").GetString()!,
            finding.GetProperty("text").GetString()!,
            finding.TryGetProperty("remedy", out JsonElement remedy) ? remedy.GetString()! : string.Empty))
        .OrderBy(told => Array.IndexOf(["error", "warning", "skipped", "ok"], told.Level))
        .FirstOrDefault() ?? throw new InvalidOperationException($"Nothing was said on {subject}:\n{Said}");

    /// <summary>A finding as a test reads it.</summary>
    internal sealed record Told(string Level, string Text, string Remedy);
}
