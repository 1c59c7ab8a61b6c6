namespace TelegramHls.Bot.Dashboard.Jobs;

/// <summary>One step in the bar of steps.</summary>
/// <param name="Name">Its name in the pipeline.</param>
/// <param name="Title">For people.</param>
/// <param name="State">How far it is.</param>
/// <param name="Took">How long it took when it last ended; null where it never did.</param>
/// <param name="CanRetry">The job can begin again at it.</param>
public sealed record StepMark(string Name, string Title, StepState State, TimeSpan? Took, bool CanRetry);
