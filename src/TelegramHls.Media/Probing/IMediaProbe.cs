namespace TelegramHls.Media.Probing;

/// <summary>Finds out what is in a file.</summary>
public interface IMediaProbe
{
    /// <summary>Reads the container and decodes a little of it.</summary>
    /// <param name="path">A local file of any name.</param>
    /// <param name="cancellationToken">Kills the programs that were started.</param>
    /// <exception cref="InvalidOperationException">ffmpeg is not installed.</exception>
    Task<ProbeOutcome> ProbeAsync(string path, CancellationToken cancellationToken);
}
