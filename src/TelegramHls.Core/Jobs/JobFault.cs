namespace TelegramHls.Core.Jobs;

/// <summary>Why an attempt ended without success.</summary>
/// <param name="Error">In words for people; never a token, a key or a path of this machine.</param>
/// <param name="Detail">What helps those who look into it; null when there is nothing.</param>
/// <param name="Took">How long the attempt had run; null when it never began.</param>
public sealed record JobFault(string Error, string? Detail = null, TimeSpan? Took = null);
