namespace TelegramHls.Bot.Cli.Reports;

/// <summary>What standard output leads to.</summary>
internal static class Terminal
{
    private const int UsualWidth = 100;
    private const int LeastWidth = 40;

    /// <summary>Columns; 100 where nobody watches and <c>COLUMNS</c> is not set.</summary>
    public static int Width
    {
        get
        {
            int width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int told) ? told
                : Console.IsOutputRedirected ? UsualWidth
                : Console.WindowWidth;
            return Math.Max(LeastWidth, width == 0 ? UsualWidth : width);
        }
    }

    /// <summary>Colours on a terminal, unless <c>NO_COLOR</c> is set (no-color.org).</summary>
    public static bool HasColour =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";
}
