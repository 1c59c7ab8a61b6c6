namespace TelegramHls.Media.Encoders.Hardware;

/// <summary>Tries out which hardware encodes here, and remembers it.</summary>
public interface IHardwareChoice
{
    /// <summary>
    /// What the trials came to; the first caller starts them and all wait for them. A family takes 40 s at most, mostly a tenth of one.
    /// </summary>
    Task<HardwareReport> LookAsync(CancellationToken cancellationToken);

    /// <summary>Hardware failed over a film: whoever asks next waits for new trials.</summary>
    void Doubt();
}
