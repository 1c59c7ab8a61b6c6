using System.Text;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>The HTML parse mode: tags to entities, with the server's own complaints (byte offsets of UTF-8).</summary>
internal sealed class HtmlText
{
    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly List<TextEntity> _entities = [];
    private readonly Stack<HtmlTag> _open = new();
    private int _at;

    private HtmlText(string html) => _html = html;

    public static (string Text, List<TextEntity> Entities) Parse(string html)
    {
        var parser = new HtmlText(html);
        parser.Run();
        return (parser._text.ToString(), parser._entities);
    }

    private void Run()
    {
        while (_at < _html.Length)
        {
            switch (_html[_at])
            {
                case '&':
                    _text.Append(HtmlEscape.Read(_html, ref _at));
                    break;
                case '<' when _at + 1 < _html.Length && _html[_at + 1] == '/':
                    EndTag();
                    break;
                case '<':
                    _open.Push(StartTag());
                    break;
                default:
                    _text.Append(_html[_at++]);
                    break;
            }
        }

        if (_open.TryPeek(out HtmlTag? unclosed))
        {
            throw Fault($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        }
    }

    private HtmlTag StartTag()
    {
        int begin = _at++;
        string name = ReadUntil(static c => char.IsWhiteSpace(c) || c == '>').ToLowerInvariant();
        if (_at == _html.Length)
        {
            throw Fault($"Unclosed start tag at byte offset {Bytes(begin)}");
        }

        if (!HtmlTag.Known(name))
        {
            throw Fault($"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}");
        }

        var tag = new HtmlTag(name, _text.Length);
        while (true)
        {
            SkipSpaces();
            if (_at == _html.Length)
            {
                throw Fault($"Unclosed start tag \"{name}\" at byte offset {Bytes(begin)}");
            }

            if (_html[_at] == '>')
            {
                _at++;
                break;
            }

            Attribute(tag, begin);
        }

        return name is "span" && tag.Attribute("class") is not "tg-spoiler"
            ? throw Fault($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}")
            : tag;
    }

    private void Attribute(HtmlTag tag, int begin)
    {
        string name = ReadUntil(static c => char.IsWhiteSpace(c) || c is '=' or '>').ToLowerInvariant();
        if (name.Length == 0)
        {
            throw Fault($"Empty attribute name in the tag \"{tag.Name}\" at byte offset {Bytes(begin)}");
        }

        SkipSpaces();
        if (_at < _html.Length && _html[_at] != '=')
        {
            tag.Attributes[name] = string.Empty;
            return;
        }

        _at++;
        SkipSpaces();
        if (_at >= _html.Length)
        {
            throw Fault($"Unclosed start tag \"{tag.Name}\" at byte offset {Bytes(begin)}");
        }

        tag.Attributes[name] = _html[_at] is '"' or '\'' ? Quoted(tag, begin) : Bare();
    }

    private string Bare()
    {
        int begin = _at;
        string value = ReadUntil(static c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-'));
        return _at < _html.Length && !char.IsWhiteSpace(_html[_at]) && _html[_at] != '>'
            ? throw Fault($"Unexpected end of name token at byte offset {Bytes(begin)}")
            : value.ToLowerInvariant();
    }

    private string Quoted(HtmlTag tag, int begin)
    {
        char quote = _html[_at++];
        var value = new StringBuilder();
        while (_at < _html.Length && _html[_at] != quote)
        {
            value.Append(_html[_at] == '&' ? HtmlEscape.Read(_html, ref _at) : _html[_at++].ToString());
        }

        if (_at++ >= _html.Length)
        {
            throw Fault($"Unclosed start tag \"{tag.Name}\" at byte offset {Bytes(begin)}");
        }

        return value.ToString();
    }

    private void EndTag()
    {
        int begin = _at;
        if (_open.Count == 0)
        {
            throw Fault($"Unexpected end tag at byte offset {Bytes(begin)}");
        }

        _at += 2;
        string name = ReadUntil(static c => char.IsWhiteSpace(c) || c == '>').ToLowerInvariant();
        SkipSpaces();
        if (_at >= _html.Length || _html[_at] != '>')
        {
            throw Fault($"Unclosed end tag at byte offset {Bytes(begin)}");
        }

        _at++;
        HtmlTag tag = _open.Pop();
        if (name.Length > 0 && !name.Equals(tag.Name, StringComparison.Ordinal))
        {
            throw Fault(
                $"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        }

        tag.Close(_text, _entities);
    }

    private string ReadUntil(Func<char, bool> ends)
    {
        int begin = _at;
        while (_at < _html.Length && !ends(_html[_at]))
        {
            _at++;
        }

        return _html[begin.._at];
    }

    private void SkipSpaces()
    {
        while (_at < _html.Length && char.IsWhiteSpace(_html[_at]))
        {
            _at++;
        }
    }

    private int Bytes(int index) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, index));

    private static ApiFaultException Fault(string text) => ApiFaultException.BadRequest($"can't parse entities: {text}");
}
