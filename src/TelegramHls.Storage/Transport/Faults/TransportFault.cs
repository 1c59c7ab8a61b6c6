using System.Globalization;

namespace TelegramHls.Storage.Transport.Faults;

/// <summary>What a call to Telegram meets at a fault point.</summary>
/// <param name="Status">HTTP status of the answer that is made up; null for none.</param>
/// <param name="RetryAfter">Seconds that a 429 asks to wait.</param>
/// <param name="Hangs">Without an answer: the connection stays open, instead of being cut.</param>
public sealed record TransportFault(int? Status, int RetryAfter, bool Hangs)
{
    /// <summary>Waiting time of a 429 that names none, seconds.</summary>
    private const int ShortWait = 1;

    /// <summary>
    /// Reads <c>lost</c> (the connection ends), <c>hang</c> (nothing comes until the caller gives up), <c>429:SECONDS</c>, or
    /// another status from 400 on.
    /// </summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static TransportFault Parse(string text)
    {
        string[] words = text.Split(':');
        return words switch
        {
            ["lost"] => new TransportFault(null, 0, Hangs: false),
            ["hang"] => new TransportFault(null, 0, Hangs: true),
            ["429"] => new TransportFault(429, ShortWait, Hangs: false),
            ["429", var seconds] when IsNumber(seconds, out int wait) => new TransportFault(429, wait, Hangs: false),
            [var status] when IsNumber(status, out int code) && code is >= 400 and < 600 =>
                new TransportFault(code, 0, Hangs: false),
            _ => throw new FormatException($"A call to Telegram cannot meet '{text}': lost, hang, 429:SECONDS or a status."),
        };
    }

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
