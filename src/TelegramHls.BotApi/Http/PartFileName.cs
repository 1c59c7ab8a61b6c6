using System.Text;

namespace Telegram.Bot.Http;

/// <summary>
/// File names in part headers. The server reads <c>filename=</c> only (never <c>filename*=</c>), undoes backslashes and
/// percent codes, and takes raw UTF-8: so what could end the value, the line or be decoded is percent-coded,
/// everything else stays as it is.
/// </summary>
internal static class PartFileName
{
    public static string Escape(string name)
    {
        var escaped = new StringBuilder(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.IsAscii || rune.Value is '"' or '\\' or '%')
                escaped.Append('%').Append(rune.Value.ToString("X2"));
            else
                escaped.Append(rune.ToString());
        }

        return escaped.ToString();
    }
}
