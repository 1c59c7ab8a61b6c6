using System.Security.Cryptography;

namespace TelegramHls.Core.Ids;

/// <summary>Random text of the 62 letters and digits of ASCII, safe in paths, URLs and file names.</summary>
public static class Base62
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Draws <paramref name="length"/> characters from the system's cryptographic generator, about 5.95 bits each.</summary>
    public static string Random(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>True when <paramref name="text"/> is not empty and holds letters and digits of ASCII only.</summary>
    public static bool IsValid(string? text) => !string.IsNullOrEmpty(text) && text.All(char.IsAsciiLetterOrDigit);
}
