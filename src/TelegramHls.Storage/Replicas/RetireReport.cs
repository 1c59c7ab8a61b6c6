namespace TelegramHls.Storage.Replicas;

/// <summary>How far a bot is from not being needed any more.</summary>
/// <param name="Parts">Parts of which no other bot of the pool had an id.</param>
/// <param name="WithoutId">Those of which none has one now.</param>
/// <param name="WhyNoId">Why not, in words; null when there are none.</param>
/// <param name="InChannel">Parts that stood in the bot's channel; 0 unless that is to be given up.</param>
/// <param name="StillInChannel">Those that still need it.</param>
/// <param name="WhyStillThere">Why, in words; null when there are none.</param>
public sealed record RetireReport(
    int Parts, int WithoutId, string? WhyNoId, int InChannel, int StillInChannel, string? WhyStillThere)
{
    /// <summary>Nothing needs the bot any more, nor its channel where that is to be given up.</summary>
    public bool IsDone => WithoutId == 0 && StillInChannel == 0;
}
