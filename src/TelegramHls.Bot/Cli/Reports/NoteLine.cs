using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Cli.Reports;

/// <summary>How far an errand is, on standard error: one line that is drawn anew on a terminal, else a line for each tenth.</summary>
/// <param name="isSilent">Says nothing: a program reads along.</param>
internal sealed class NoteLine(bool isSilent) : IProgress<ErrandNote>, IDisposable
{
    private const string Clear = "\r\u001b[K";

    private readonly bool _isDrawn = !Console.IsErrorRedirected && !isSilent && Environment.GetEnvironmentVariable("TERM") is not "dumb";
    private readonly Lock _turn = new();
    private string? _text;
    private int _tenth;
    private bool _isOpen;

    public void Report(ErrandNote value)
    {
        if (isSilent)
        {
            return;
        }

        lock (_turn)
        {
            if (_isDrawn)
            {
                Draw(value);
            }
            else
            {
                Write(value);
            }
        }
    }

    /// <summary>Takes the line away: what comes now is the result.</summary>
    public void Dispose()
    {
        if (_isOpen)
        {
            Console.Error.Write(Clear);
        }
    }

    private static string Line(ErrandNote note)
    {
        string bar = note.Share is { } share ? $" {Amount.Bar(share)} {(int)Math.Floor(share * 100)} %" : string.Empty;
        return note.Detail is null ? note.Text + bar : $"{note.Text}{bar} · {note.Detail}";
    }

    private void Draw(ErrandNote note)
    {
        string line = Columns.Plain(Line(note));
        int width = Math.Max(1, Console.WindowWidth - 1);
        Console.Error.Write(Clear + (note.Stays || line.Length <= width ? line : line[..width]));
        _isOpen = !note.Stays;
        if (note.Stays)
        {
            Console.Error.WriteLine();
        }
    }

    private void Write(ErrandNote note)
    {
        int tenth = (int)Math.Floor((note.Share ?? 0) * 10);
        if (note.Stays || note.Text != _text || tenth > _tenth)
        {
            Console.Error.WriteLine(Columns.Plain(Line(note)));
            (_text, _tenth) = (note.Text, tenth);
        }
    }
}
