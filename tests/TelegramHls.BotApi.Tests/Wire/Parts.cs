using System.Text;
using System.Text.RegularExpressions;

namespace TelegramHls.BotApi.Tests.Wire;

/// <summary>A multipart body cut at its boundaries as RFC 2046 says, headers kept as bytes in UTF-8.</summary>
public static partial class Parts
{
    public static IReadOnlyList<(string Headers, byte[] Body)> Of(Seen request)
    {
        string type = request.Headers["Content-Type"];
        string boundary = Boundary().Match(type).Groups["mark"].Value;
        byte[] mark = Encoding.ASCII.GetBytes("\r\n--" + boundary);
        byte[] body = [.. "\r\n"u8, .. request.Body];
        List<(string, byte[])> parts = [];
        int at = body.AsSpan().IndexOf(mark);
        while (true)
        {
            int from = at + mark.Length;
            if (body.AsSpan(from, 2).SequenceEqual("--"u8))
                return parts;
            int length = body.AsSpan(from).IndexOf(mark);
            Span<byte> part = body.AsSpan(from + 2, length - 2);
            int head = part.IndexOf("\r\n\r\n"u8);
            parts.Add((Encoding.UTF8.GetString(part[..head]), part[(head + 4)..].ToArray()));
            at = from + length;
        }
    }

    [GeneratedRegex("^multipart/form-data; boundary=\"?(?<mark>[^\"]+)\"?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();
}
