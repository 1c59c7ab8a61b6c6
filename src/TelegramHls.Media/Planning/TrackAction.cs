namespace TelegramHls.Media.Planning;

/// <summary>What becomes of a stream of the source.</summary>
public enum TrackAction
{
    /// <summary>Its packets are taken over as they are.</summary>
    Copy,

    /// <summary>It is decoded and encoded anew.</summary>
    Encode,
}
