namespace TelegramHls.Bot.Wording;

/// <summary>Numbers with the units that people use.</summary>
internal static class Amount
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    /// <summary>Decimal units, as Telegram's own apps and disk makers count: <c>604 MB</c>, <c>3.1 GB</c>.</summary>
    public static string Bytes(double bytes)
    {
        int unit = 0;
        while (bytes >= 999.5 && unit < Units.Length - 1)
        {
            bytes /= 1000;
            unit++;
        }

        return bytes < 9.95 && unit > 0 ? $"{bytes:0.#} {Units[unit]}" : $"{bytes:0} {Units[unit]}";
    }

    /// <summary><c>1 part</c>, <c>2 parts</c>.</summary>
    public static string Of(int count, string noun) => $"{count} {noun}{(count == 1 ? string.Empty : "s")}";

    /// <summary><c>9.8 MB/s</c>.</summary>
    public static string Speed(double bytesPerSecond) => $"{Bytes(bytesPerSecond)}/s";

    /// <summary><c>1 h 42 min</c>, <c>1 min 12 s</c>, <c>20 s</c>.</summary>
    public static string Duration(TimeSpan duration)
    {
        long seconds = (long)Math.Round(Math.Max(0, duration.TotalSeconds));
        (long hours, long minutes) = (seconds / 3600, seconds / 60 % 60);
        return hours > 0 ? $"{hours} h {minutes} min"
            : minutes > 0 && seconds % 60 > 0 ? $"{minutes} min {seconds % 60} s"
            : minutes > 0 ? $"{minutes} min"
            : $"{seconds} s";
    }

    /// <summary>A moment of a film as players show it: <c>1:02:05</c>, <c>4:07</c>.</summary>
    public static string Clock(TimeSpan moment) => moment.TotalHours >= 1
        ? $"{(int)moment.TotalHours}:{moment:mm\\:ss}"
        : $"{moment.Minutes}:{moment:ss}";

    /// <summary>Ten cells, filled from the left.</summary>
    /// <param name="share">From 0 to 1; anything else is brought into that range.</param>
    public static string Bar(double share)
    {
        int filled = (int)Math.Floor(Math.Clamp(share, 0, 1) * 10);
        return new string('▓', filled) + new string('░', 10 - filled);
    }
}
