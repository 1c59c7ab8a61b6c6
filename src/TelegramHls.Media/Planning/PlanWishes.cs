namespace TelegramHls.Media.Planning;

/// <summary>What the operator wants of a plan.</summary>
/// <param name="FFmpegVersion">The ffmpeg that will run.</param>
/// <param name="SegmentSeconds">How long an HLS segment should be, from 1 to 12.</param>
/// <param name="Compatibility">Which players to package for.</param>
/// <param name="Processors">How many processors this program may use, 1 or more.</param>
/// <param name="CanToneMap">True when that ffmpeg can bring pictures of a high dynamic range into what every screen shows.</param>
public sealed record PlanWishes(string FFmpegVersion, int SegmentSeconds, Compatibility Compatibility, int Processors, bool CanToneMap = true);
