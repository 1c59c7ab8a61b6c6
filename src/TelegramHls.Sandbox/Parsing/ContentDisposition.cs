using System.Text;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>Name and file name of a multipart part. Only <c>filename=</c> counts; <c>filename*=</c> is ignored.</summary>
internal sealed record ContentDisposition(string Name, string? FileName)
{
    public static ContentDisposition? Parse(string? header)
    {
        if (header is null)
        {
            return null;
        }

        string? name = null;
        string? fileName = null;
        int at = header.IndexOf(';', StringComparison.Ordinal);
        while (at >= 0 && at < header.Length)
        {
            at++;
            int equals = header.IndexOf('=', at);
            if (equals < 0)
            {
                break;
            }

            string key = header[at..equals].Trim();
            at = equals + 1;
            string value = ReadValue(header, ref at);
            if (key.Equals("name", StringComparison.OrdinalIgnoreCase))
            {
                name = value;
            }
            else if (key.Equals("filename", StringComparison.OrdinalIgnoreCase))
            {
                fileName = Uri.UnescapeDataString(value);
            }

            at = header.IndexOf(';', Math.Min(at, header.Length));
        }

        return name is null ? null : new ContentDisposition(name, fileName);
    }

    private static string ReadValue(string header, ref int at)
    {
        if (at >= header.Length || header[at] != '"')
        {
            int end = header.IndexOf(';', at);
            end = end < 0 ? header.Length : end;
            string bare = header[at..end].Trim();
            at = end;
            return bare;
        }

        var text = new StringBuilder();
        for (at++; at < header.Length && header[at] != '"'; at++)
        {
            if (header[at] == '\\' && at + 1 < header.Length)
            {
                at++;
            }

            text.Append(header[at]);
        }

        at++;
        return text.ToString();
    }
}
