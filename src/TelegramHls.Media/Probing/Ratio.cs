using System.Globalization;

namespace TelegramHls.Media.Probing;

/// <summary>An exact fraction, as frame rates and aspects are.</summary>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line; 0 means unknown.</param>
public readonly record struct Ratio(long Numerator, long Denominator)
{
    /// <summary>The fraction as a number; 0 when unknown.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double Value => Denominator == 0 ? 0 : (double)Numerator / Denominator;

    /// <summary>Reads <c>24000/1001</c> or <c>16:9</c>; anything else is unknown.</summary>
    public static Ratio Parse(string? text)
    {
        string[] halves = text?.Split('/', ':') ?? [];
        return halves.Length == 2
            && long.TryParse(halves[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long above)
            && long.TryParse(halves[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long below)
            ? new Ratio(above, below)
            : default;
    }
}
