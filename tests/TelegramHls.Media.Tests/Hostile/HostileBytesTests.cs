using Xunit.Abstractions;

namespace TelegramHls.Media.Tests.Hostile;

public sealed class HostileBytesTests(ITestOutputHelper output)
{
    private const int Rounds = 1500;
    private const int SoakRounds = 1_000_000;

    // Each takes the shortest way to a codec's configuration record of its own.
    private static readonly string[] Films = ["two-languages", "hevc", "av1", "vp9", "variable", "sound"];

    [Theory]
    [InlineData("two-languages")]
    [InlineData("av1")]
    public async Task Read_DamagedBytes_EitherWorksOrSaysInvalidData(string source)
    {
        foreach (Target target in await Targets.OfAsync(source))
        {
            target.Accepts(target.Sound).ShouldBeTrue(target.Name);
            int refused = Run(target, new Mutator(seed: 4), Rounds);

            refused.ShouldBeInRange(Rounds / 10, Rounds - 1, target.Name);
        }
    }

    [Fact]
    public async Task Read_CutOffAnywhere_EitherWorksOrSaysInvalidData()
    {
        foreach (Target target in await Targets.OfAsync("sound"))
        {
            for (int length = 0; length < target.Sound.Length; length += length < 3000 ? 1 : 97)
            {
                target.Accepts(target.Sound[..length]);
            }
        }
    }

    [Fact]
    [Trait("Category", "Soak")]
    public async Task Read_AMillionDamagedFilms_EitherWorksOrSaysInvalidData()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("THLS_HOSTILE_SEED"), out int given) ? given : Random.Shared.Next();
        output.WriteLine($"THLS_HOSTILE_SEED={seed}");
        var targets = new List<Target>();
        foreach (string film in Films)
        {
            targets.AddRange(await Targets.OfAsync(film));
        }

        int[] refused = new int[targets.Count];
        Parallel.For(0, targets.Count, i =>
            refused[i] = Run(targets[i], new Mutator(seed + i), SoakRounds / targets.Count + 1));

        for (int i = 0; i < targets.Count; i++)
        {
            output.WriteLine($"{targets[i].Name}: {refused[i]} refused");
            refused[i].ShouldBeGreaterThan(0);
        }
    }

    private static int Run(Target target, Mutator mutator, int rounds)
    {
        int refused = 0;
        for (int round = 0; round < rounds; round++)
        {
            refused += target.Accepts(target.Damage(mutator)) ? 0 : 1;
        }

        return refused;
    }
}
