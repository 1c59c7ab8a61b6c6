namespace TelegramHls.Media.Packaging;

/// <summary>What an exit code of ffmpeg other than 0 means, in words for the person who sent the film.</summary>
internal static class FFmpegEnd
{
    // ffmpeg's own, when more than two thirds of what it tried to decode failed.
    private const int TooManyErrors = 69;

    // As a shell counts: 128 and the number of the signal.
    private const int Killed = 128 + 9;

    public static string InWords(int exitCode) => exitCode switch
    {
        TooManyErrors => "The film could not be packaged: most of it is damaged and cannot be decoded.",
        Killed => "The film could not be packaged: the system ended ffmpeg, perhaps for want of memory.",
        > 128 => "The film could not be packaged: ffmpeg crashed over it.",
        _ => "The film could not be packaged: ffmpeg stopped with an error.",
    };
}
