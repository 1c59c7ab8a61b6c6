namespace TelegramHls.Bot.Wording;

/// <summary>A film in one line, for chat and pages.</summary>
internal static class FactsLine
{
    /// <summary><c>1 h 42 min · 1080p · H.264 · 604 MB</c>; what is not known is left out.</summary>
    public static string Of(TimeSpan? duration, int? width, int? height, string? codec, long size)
    {
        string?[] facts =
        [
            duration is { } time ? Amount.Duration(time) : null,
            Picture(width, height),
            codec,
            Amount.Bytes(size),
        ];
        return string.Join(" · ", facts.Where(fact => fact is not null));
    }

    /// <summary>As people say it: by width for wide films, by height else; null without a picture.</summary>
    private static string? Picture(int? width, int? height) => (width, height) switch
    {
        ( >= 7680, _) => "8K",
        ( >= 3840, _) => "4K",
        ( >= 2560, _) => "1440p",
        ( >= 1920, _) => "1080p",
        ( >= 1280, < 1280) => "720p",
        (_, { } lines) => $"{lines}p",
        _ => null,
    };
}
