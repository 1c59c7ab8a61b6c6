using System.Diagnostics;
using System.Text.RegularExpressions;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Conversation;

/// <summary>What the chat says while a film is encoded anew.</summary>
public sealed partial class EncodingProgressTests(RunningWorld running) : IClassFixture<RunningWorld>
{
    [Fact]
    public async Task Card_OfAFilmThatIsEncoded_TellsHowFarAndHowLong()
    {
        // About 5 MB over four bots take 20 s, whatever the machine does beside.
        await running.World.Client.Weather(new { effect = "Slow", up = 70_000 });
        var clock = Stopwatch.StartNew();
        var seen = new List<(TimeSpan At, string Text)>();
        int message = await running.World.SendAsync(await ForeignFilms.Noisy());

        while (!await LookAsync(message, seen, clock))
        {
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3), string.Join('\n', seen));
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        (TimeSpan end, string last) = seen[^1];
        last.ShouldContain("Video re-encoded from MPEG-4 to H.264 in ");
        string[] encoding = [.. seen.Select(state => state.Text).Where(text => text.Contains("Re-encoding video to H.264", StringComparison.Ordinal))];
        encoding.Length.ShouldBeGreaterThan(1);
        encoding.Select(text => int.Parse(Percentage().Match(text).Groups["percent"].Value)).ShouldBeInOrder();
        encoding.ShouldAllBe(text => !text.Contains("MB", StringComparison.Ordinal));
        (TimeSpan At, int Left)[] promises =
        [
            .. seen.Where(state => Remaining().IsMatch(state.Text))
                .Select(state => (state.At, int.Parse(Remaining().Match(state.Text).Groups["seconds"].Value))),
        ];
        promises.ShouldNotBeEmpty();
        // Four seconds for what follows the last picture and for the pause between edits; a factor for what else the machine does.
        promises.ShouldAllBe(promise =>
            (end - promise.At).TotalSeconds < (promise.Left * 3) + 4 && (end - promise.At).TotalSeconds > (promise.Left / 3.0) - 4);
    }

    private async Task<bool> LookAsync(int message, List<(TimeSpan At, string Text)> seen, Stopwatch clock)
    {
        Card? card = (await running.World.Client.Messages(running.World.Chat)).Select(Card.Read)
            .LastOrDefault(candidate => candidate.ReplyTo == message);
        if (card is not null && (seen.Count == 0 || seen[^1].Text != card.Text))
        {
            seen.Add((clock.Elapsed, card.Text));
        }

        return card is { IsLastWord: true };
    }

    [GeneratedRegex(@" (?<percent>\d+) %", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Percentage();

    [GeneratedRegex(@"· (?<seconds>\d+) s left", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remaining();
}
