namespace TelegramHls.Storage.Tests.Chaos;

/// <summary>
/// Random faults at random moments, by seed: bots revoked and kicked, answers lost, waits, ids gone stale, files purged, wrong
/// bytes, the program killed. <c>THLS_CHAOS_SEED</c> reruns one.
/// </summary>
public sealed class ChaosTests
{
    private const int ShortSteps = 12;
    private const int LongSteps = 60;

    public static TheoryData<int> FewSeeds => Given is { } seed ? [seed] : [1, 2];

    public static TheoryData<int> ManySeeds => Given is { } seed ? [seed] : [.. Enumerable.Range(100, 40)];

    private static int? Given =>
        int.TryParse(Environment.GetEnvironmentVariable("THLS_CHAOS_SEED"), out int seed) ? seed : null;

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public Task Storage_InRandomWeather_LosesNothingAndLeavesNothing(int seed) => ChaosRun.RunAsync(seed, ShortSteps);

    [Theory]
    [Trait("Category", "Soak")]
    [MemberData(nameof(ManySeeds))]
    public Task Storage_InLongRandomWeather_LosesNothingAndLeavesNothing(int seed) => ChaosRun.RunAsync(seed, LongSteps);
}
