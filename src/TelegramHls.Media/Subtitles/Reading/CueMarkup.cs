using System.Text;

namespace TelegramHls.Media.Subtitles.Reading;

/// <summary>
/// Builds cue text that can say nothing but text: whatever comes in is escaped, tags are ours alone and always closed.
/// </summary>
internal sealed class CueMarkup
{
    private const int Longest = 4000;

    private readonly StringBuilder _text = new();
    private readonly List<char> _wanted = [];
    private readonly List<char> _open = [];
    private bool _isSaid;

    /// <summary>Where the cue stands; the first word on it counts.</summary>
    public CuePlace? Place { get; set; }

    /// <summary>Appends text, of which control characters are left out.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        foreach (char letter in text)
        {
            if (_text.Length >= Longest)
                return;

            bool isSpace = char.IsWhiteSpace(letter);
            if (isSpace || !char.IsControl(letter))
            {
                Close();
                if (!isSpace)
                    Open();

                Append(letter, isSpace);
            }
        }
    }

    public void BreakLine()
    {
        if (_text.Length < Longest)
            _text.Append('\n');
    }

    /// <summary>Switches italics (<c>i</c>), bold (<c>b</c>) or underline (<c>u</c>) on or off for what follows.</summary>
    public void Set(char style, bool isOn)
    {
        if (!isOn)
            _wanted.Remove(style);
        else if (!_wanted.Contains(style))
            _wanted.Add(style);
    }

    /// <summary>The cue; null when there is nothing to read.</summary>
    public Cue? Finish(TimeSpan start, TimeSpan end)
    {
        while (_text.Length > 0 && char.IsWhiteSpace(_text[^1]))
        {
            _text.Length--;
        }

        _wanted.Clear();
        Close();
        string[] lines = _text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return _isSaid ? new Cue(start, end, string.Join('\n', lines), Place ?? CuePlace.Bottom) : null;
    }

    private void Append(char letter, bool isSpace)
    {
        _isSaid |= !isSpace;
        _ = letter switch
        {
            '&' => _text.Append("&amp;"),
            '<' => _text.Append("&lt;"),
            '>' => _text.Append("&gt;"),
            _ => _text.Append(isSpace ? ' ' : letter),
        };
    }

    // Tags nest: those opened within one that ends are closed with it, and opened again at the next letter.
    private void Close()
    {
        int first = _open.FindIndex(style => !_wanted.Contains(style));
        while (first >= 0 && _open.Count > first)
        {
            _text.Append("</").Append(_open[^1]).Append('>');
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private void Open()
    {
        foreach (char style in _wanted.Where(style => !_open.Contains(style)))
        {
            _text.Append('<').Append(style).Append('>');
            _open.Add(style);
        }
    }
}
