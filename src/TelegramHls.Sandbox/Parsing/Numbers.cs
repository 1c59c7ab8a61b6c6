namespace TelegramHls.Sandbox.Parsing;

/// <summary>Numbers and truth values as the server reads them from text.</summary>
internal static class Numbers
{
    /// <summary>Sign and leading digits, clamped; 0 for anything else.</summary>
    public static long Read(string text)
    {
        text = text.Trim();
        bool negative = text.StartsWith('-');
        Int128 value = 0;
        foreach (char digit in negative ? text.AsSpan(1) : text.AsSpan())
        {
            if (!char.IsAsciiDigit(digit) || value > long.MaxValue)
            {
                break;
            }

            value = (value * 10) + (digit - '0');
        }

        value = negative ? -value : value;
        return (long)Int128.Clamp(value, long.MinValue, long.MaxValue);
    }

    public static bool Truth(string text) => text.ToUpperInvariant() is "TRUE" or "YES" or "1";
}
