using System.Text.RegularExpressions;
using Telegram.Bot;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Storage.Transport.Faults;

namespace TelegramHls.Storage.Tests.Transport.Faults;

/// <summary>
/// Whatever happens before or after a call to Telegram: what is published reads back equal, and after a sweep no message
/// stands in a channel that no row names.
/// </summary>
public sealed partial class TransportPointTests
{
    // Refused or told to wait here, storage has to find another way.
    private static readonly string[] Refused = ["sendDocument", "forwardMessage", "getFile", TransportPoints.Download];

    /// <summary>The two worst at each point, and refusals where storage has to find another way.</summary>
    public static TheoryData<string, string> Faults => Make(call =>
    [
        (TransportPoints.Before(call), "kill"),
        (TransportPoints.Before(call), "lost"),
        (TransportPoints.After(call), "kill"),
        (TransportPoints.After(call), "lost"),
        .. Refused.Contains(call) ? new[] { (TransportPoints.Before(call), "429:3"), (TransportPoints.Before(call), "401") } : [],
    ]);

    /// <summary>All that can happen. A refusal says that nothing was done, so none comes after.</summary>
    public static TheoryData<string, string> OtherFaults => Make(call =>
    [
        (TransportPoints.Before(call), "hang"),
        (TransportPoints.Before(call), "500"),
        (TransportPoints.Before(call), "403"),
        .. Refused.Contains(call) ? [] : new[] { (TransportPoints.Before(call), "429:3"), (TransportPoints.Before(call), "401") },
        (TransportPoints.After(call), "hang"),
        (TransportPoints.After(call), "500"),
    ]);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Storage_WithAFaultAt_LosesNothingAndLeavesNothing(string point, string action) =>
        ShouldSurviveAsync(point, action);

    [Theory]
    [Trait("Category", "Soak")]
    [MemberData(nameof(OtherFaults))]
    public Task Storage_WithAnyOtherFaultAt_LosesNothingAndLeavesNothing(string point, string action) =>
        ShouldSurviveAsync(point, action);

    [Fact]
    public void Calls_OfTheTransport_AreAllNamed()
    {
        string storage = Path.Combine(SourceTree.Root, "src", "TelegramHls.Storage");
        string[] methods = [.. typeof(TelegramBotClientExtensions).GetMethods().Select(method => method.Name)];

        IEnumerable<string> made = Directory.EnumerateFiles(storage, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Call().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Where(methods.Contains)
            .Select(name => char.ToLowerInvariant(name[0]) + name[1..])
            .Append(TransportPoints.Download)
            .Distinct();

        made.Order(StringComparer.Ordinal).ShouldBe(TransportPoints.Calls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OperationsPage_ListsEveryCall()
    {
        string page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "OPERATIONS.md"));

        ListedCall().Matches(page).Select(match => match.Groups[1].Value).ShouldBe(TransportPoints.Calls);
    }

    private static TheoryData<string, string> Make(Func<string, (string Point, string Action)[]> faults)
    {
        var made = new TheoryData<string, string>();
        foreach ((string point, string action) in TransportPoints.Calls.SelectMany(faults))
        {
            made.Add(point, action);
        }

        return made;
    }

    private static async Task ShouldSurviveAsync(string point, string action)
    {
        await using FaultyWorld world = await FaultyWorld.StartAsync();
        Func<CancellationToken, Task> act = await world.PrepareAsync(point.Split('.')[1]);
        world.Rig.Faults.Ask(point, action);

        await world.ActAsync(act);

        world.Rig.Faults.Met.IsCompleted.ShouldBeTrue($"{point} is never reached");
        if (world.Rig.Faults.IsDead)
        {
            world.Rig.Kill();
        }

        await act(CancellationToken.None);
        await world.Published.ShouldReadBackAsync();
        await world.Published.SweepAsync();
        await world.Published.ShouldBeAllThereIsAsync();
        await world.Published.ShouldReadBackAsync();
    }

    [GeneratedRegex(@"[Cc]lient\.(\w+)\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"^\| `telegram\.(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex ListedCall();
}
