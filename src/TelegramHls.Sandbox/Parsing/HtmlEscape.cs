using System.Globalization;
using System.Text;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>Character references: numeric ones and lt, gt, amp, quot. Others stay as they are written.</summary>
internal static class HtmlEscape
{
    private static readonly (string Name, string Text)[] Named =
        [("&lt", "<"), ("&gt", ">"), ("&amp", "&"), ("&quot", "\"")];

    /// <summary>Reads the reference that begins at <paramref name="at"/>, or just its ampersand.</summary>
    public static string Read(string html, ref int at)
    {
        ReadOnlySpan<char> rest = html.AsSpan(at);
        foreach ((string name, string text) in Named)
        {
            if (rest.StartsWith(name, StringComparison.Ordinal))
            {
                at += name.Length + (rest.Length > name.Length && rest[name.Length] == ';' ? 1 : 0);
                return text;
            }
        }

        if (rest.StartsWith("&#", StringComparison.Ordinal))
        {
            bool hex = rest.Length > 2 && (rest[2] is 'x' or 'X');
            int begin = hex ? 3 : 2;
            int end = begin;
            while (end < rest.Length && (hex ? char.IsAsciiHexDigit(rest[end]) : char.IsAsciiDigit(rest[end])))
            {
                end++;
            }

            NumberStyles style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
            if (int.TryParse(rest[begin..end], style, CultureInfo.InvariantCulture, out int code)
                && code > 0
                && Rune.IsValid(code))
            {
                at += end + (end < rest.Length && rest[end] == ';' ? 1 : 0);
                return new Rune(code).ToString();
            }
        }

        at++;
        return "&";
    }
}
