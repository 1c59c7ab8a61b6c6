using System.Text.Json;
using System.Text.RegularExpressions;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary><c>/metrics</c> after a film, against the rules of Prometheus' text format, the sandbox's channels, and the files that use it.</summary>
public sealed partial class MetricsTests : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Metrics_AfterAFilm_CountWhatHappenedAndNameNothingOfIt()
    {
        Card card = await _world.AnswerToAsync(await _world.SendAsync(await Films.TwoLanguages(8), name: "Secret title.mp4"));
        await new Rows(_world).UntilIdleAsync();
        byte[] served = await _world.Bot.Http.GetByteArrayAsync(card.Stream);
        using HttpResponseMessage answer = await _world.Bot.Http.GetAsync("/metrics");
        string text = await answer.Content.ReadAsStringAsync();

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        PrometheusReader metrics = PrometheusReader.Read(text);
        foreach (var bot in _world.Telegram.Accounts.StorageBots)
        {
            // What was sent is kept there too, by the control bot; its message has a caption.
            long inChannel = (await _world.Client.Messages(bot.ChatId))
                .Where(message => !message.TryGetProperty("caption", out _))
                .Sum(message => message.TryGetProperty("document", out JsonElement sent) ? sent.GetProperty("file_size").GetInt64() : 0);
            metrics.Samples.Single(sample => sample.Name == "telegramhls_storage_bot_sent_bytes_total"
                && sample.Labels.Contains($"bot=\"{bot.Bot.Id}\"", StringComparison.Ordinal)).Value.ShouldBe(inChannel);
        }

        Value(metrics, "telegramhls_playback_served_bytes_total", "protocol=\"stream\"").ShouldBe(served.Length);
        Value(metrics, "telegramhls_viewers", "protocol=\"stream\"").ShouldBe(1);
        metrics.Value("telegramhls_cache_misses_total").ShouldBeGreaterThan(0);
        metrics.Value("telegramhls_jobs_attempts_total").ShouldBe(1);
        Value(metrics, "telegramhls_jobs_step_duration_seconds_count", "step=\"store\"").ShouldBe(1);
        Value(metrics, "telegramhls_packaging_streams_total", "picture=\"copy\"").ShouldBe(1);
        foreach (string secret in (string[])[card.Key, "Secret", _world.Telegram.Accounts.ControlBot.Token, $"{_world.Telegram.Accounts.Person.Id}\""])
        {
            text.ShouldNotContain(secret);
        }

        DeployedNames().Except(metrics.Names).ShouldBeEmpty();
    }

    private static double Value(PrometheusReader metrics, string name, string label) => metrics.Samples.Single(
        sample => sample.Name == name && sample.Labels.Contains(label, StringComparison.Ordinal)).Value;

    /// <summary>Names of metrics in the dashboard's and the rules' expressions.</summary>
    private static string[] DeployedNames()
    {
        string deploy = Path.Combine(BotProcess.Root, "deploy");
        string rules = File.ReadAllText(Path.Combine(deploy, "prometheus", "alerts.yml"));
        IEnumerable<string> expressions = Directory.EnumerateFiles(Path.Combine(deploy, "grafana"), "*.json")
            .SelectMany(file => Expressions(JsonDocument.Parse(File.ReadAllText(file)).RootElement))
            .Concat(Rule().Matches(rules).Select(rule => rule.Groups["expr"].Value));
        string[] names = [.. expressions.SelectMany(expression => Name().Matches(Text().Replace(expression, string.Empty))).Select(name => name.Value).Distinct()];
        names.Length.ShouldBeGreaterThan(25);
        return names;
    }

    private static IEnumerable<string> Expressions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.NameEquals("expr") ? [property.Value.GetString()!] : Expressions(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Expressions),
        _ => [],
    };

    [GeneratedRegex("^ +expr: (?<expr>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();

    // What stands in quotes are labels' values, behind "by" their names.
    [GeneratedRegex("\"[^\"]*\"|by \\([^)]*\\)")]
    private static partial Regex Text();

    [GeneratedRegex(@"\b(telegramhls|process|http|dotnet)_[a-z0-9_]+\b(?!\s*=)", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
