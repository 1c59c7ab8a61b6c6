using System.Text.Json;
using System.Text.RegularExpressions;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary><c>/metrics</c> against the rules of Prometheus' text format and what the sandbox's channels hold.</summary>
public sealed partial class MetricsTests
{
    [Fact]
    public async Task Metrics_AfterAFilm_CountWhatEachBotSent()
    {
        await using World world = await World.StartAsync();
        Card card = await world.AnswerToAsync(await world.SendAsync(await Films.TwoLanguages(8)));
        await world.Bot.Http.GetByteArrayAsync(card.Stream);

        string text = await world.Bot.Http.GetStringAsync("/metrics");

        var bytes = new Dictionary<string, double>();
        foreach (Match line in Sample().Matches(text).Where(line => line.Groups["name"].Value == "telegramhls_storage_bot_sent_bytes_total"))
        {
            bytes[Label("bot", line)] = double.Parse(line.Groups["value"].Value);
        }

        foreach (var bot in world.Telegram.Accounts.StorageBots)
        {
            // What was sent is kept there too, by the control bot; its message has a caption.
            long inChannel = (await world.Client.Messages(bot.ChatId))
                .Where(message => !message.TryGetProperty("caption", out _))
                .Sum(message => message.TryGetProperty("document", out JsonElement sent) ? sent.GetProperty("file_size").GetInt64() : 0);
            bytes[$"{bot.Bot.Id}"].ShouldBe(inChannel);
        }

        bytes.Values.Sum().ShouldBeGreaterThan(100_000);
        Value(text, "telegramhls_storage_bytes_downloaded_bytes_total").ShouldBeGreaterThan(100_000);
        text.ShouldNotContain(card.Key);
    }

    [Fact]
    public async Task Metrics_OfAFreshProgram_FollowTheTextFormat()
    {
        await using World world = await World.StartAsync();
        using HttpResponseMessage answer = await world.Bot.Http.GetAsync("/metrics");
        string text = await answer.Content.ReadAsStringAsync();

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        text.ShouldEndWith("\n");
        var types = new Dictionary<string, string>();
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                types.TryAdd(line.Split(' ')[2], line.Split(' ')[3]).ShouldBeTrue($"{line} stands there twice");
                continue;
            }

            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                continue;
            }

            Match sample = Sample().Match(line);
            sample.Success.ShouldBeTrue(line);
            string name = HistogramPart().Replace(sample.Groups["name"].Value, string.Empty);
            types.ContainsKey(types.ContainsKey(name) ? name : sample.Groups["name"].Value).ShouldBeTrue($"{line} has no type");
        }

        types["telegramhls_storage_bot_ready"].ShouldBe("gauge");
        types["dotnet_process_cpu_time_seconds_total"].ShouldBe("counter");
        types["http_server_request_duration_seconds"].ShouldBe("histogram");
    }

    private static double Value(string text, string name) => double.Parse(
        Sample().Matches(text).First(line => line.Groups["name"].Value == name).Groups["value"].Value);

    private static string Label(string label, Match sample) =>
        Regex.Match(sample.Groups["labels"].Value, $"{label}=\"([^\"]*)\"").Groups[1].Value;

    // As the format's grammar has it: a name, labels in braces with backslash, quote and line feed escaped, a number.
    [GeneratedRegex(
        """^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*")*)\})? (?<value>[-+]?([0-9.]+([eE][-+]?[0-9]+)?|Inf|NaN))$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Sample();

    [GeneratedRegex("_(bucket|sum|count)$", RegexOptions.ExplicitCapture)]
    private static partial Regex HistogramPart();
}
