using TelegramHls.Bot.Health;

namespace TelegramHls.Bot.Conversation.Notices;

/// <summary>The last run of the program was cut off; over when this one lasts.</summary>
internal sealed class CrashTrouble(RunMark mark, TimeProvider clock) : ITroubleSource
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(10);

    public Task<IReadOnlyList<Trouble>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Trouble>>(
        mark.CutOffAt is not { } cutOff || clock.GetUtcNow() - mark.StartedAt > LongEnough
            ? []
            : [
                new Trouble(
                    "crash",
                    $"The program was restarted after a crash\nIts last sign of life was at {cutOff:yyyy-MM-dd HH:mm} UTC. Films in work go on where they were; nothing is lost.",
                    $"The program has run for {LongEnough.TotalMinutes:0} minutes without another crash.",
                    BadFor: TimeSpan.Zero,
                    WellFor: TimeSpan.Zero),
            ]);
}
