namespace TelegramHls.Media.Processes;

/// <summary>Keeps the last lines of a log, each cut to a bearable length.</summary>
internal sealed class LogTail
{
    private const int MaxLines = 20;
    private const int MaxLineLength = 300;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new(MaxLines);

    public void Add(string line)
    {
        lock (_gate)
        {
            if (_lines.Count == MaxLines)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line.Length > MaxLineLength ? line[..MaxLineLength] : line);
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join('\n', _lines);
        }
    }
}
