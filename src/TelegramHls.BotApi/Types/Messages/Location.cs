namespace Telegram.Bot.Types;

/// <summary>A point on earth.</summary>
public class Location
{
    /// <summary>Degrees.</summary>
    public double Latitude { get; set; }

    /// <summary>Degrees.</summary>
    public double Longitude { get; set; }
}
