namespace TelegramHls.Bot.Hosting;

/// <summary>A setting is missing or wrong; the program ends with exit code 3.</summary>
/// <param name="cause">What is wrong, in words for the operator.</param>
/// <param name="remedy">The setting or command that helps.</param>
public sealed class SettingsException(string cause, string remedy) : Exception(cause)
{
    /// <summary>The setting or command that helps.</summary>
    public string Remedy { get; } = remedy;
}
