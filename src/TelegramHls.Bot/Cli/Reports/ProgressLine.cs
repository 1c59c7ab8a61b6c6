namespace TelegramHls.Bot.Cli.Reports;

/// <summary>How far a verb is, on standard error: one line that is drawn anew on a terminal, else a line for each tenth.</summary>
/// <param name="what">What is counted.</param>
/// <param name="isSilent">Says nothing: a program reads along.</param>
internal sealed class ProgressLine(string what, bool isSilent) : IProgress<(int Done, int Of)>
{
    private readonly bool _isDrawn = !Console.IsErrorRedirected && !isSilent;
    private int _tenth;

    public void Report((int Done, int Of) value)
    {
        string text = $"{value.Done} of {value.Of} {what}";
        int tenth = 10 * value.Done / Math.Max(1, value.Of);
        if (_isDrawn)
        {
            Console.Error.Write($"\r{text}");
        }
        else if (!isSilent && tenth > _tenth && value.Of > 10)
        {
            Console.Error.WriteLine(text);
        }

        _tenth = Math.Max(_tenth, tenth);
    }

    /// <summary>Goes to the next line.</summary>
    public void End()
    {
        if (_isDrawn)
        {
            Console.Error.WriteLine();
        }
    }
}
