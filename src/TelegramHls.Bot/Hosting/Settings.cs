namespace TelegramHls.Bot.Hosting;

/// <summary>Where settings come from, later ones win: files, environment, command line.</summary>
public static class Settings
{
    /// <summary>Replaces the sources of <paramref name="configuration"/>.</summary>
    /// <param name="configuration">The configuration to fill.</param>
    /// <param name="assignments">KEY=VALUE pairs of the command line; keys with <c>:</c> or <c>__</c>.</param>
    /// <exception cref="SettingsException">An assignment has no <c>=</c>.</exception>
    /// <exception cref="InvalidDataException">A file is not JSON.</exception>
    public static void Load(IConfigurationBuilder configuration, IEnumerable<string> assignments)
    {
        KeyValuePair<string, string?>[] pairs = [.. assignments.Select(Split)];
        bool isLoaded = false;
        configuration.Sources.Clear();
        configuration.SetFileLoadExceptionHandler(fault =>
        {
            // Not ignored: an unreadable file must not look like one in which every setting was taken away.
            if (isLoaded)
            {
                Console.Error.WriteLine($"error: {fault.Provider.Source.Path} cannot be read; the settings read before stay in force");
            }
        });
        configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: true)
            .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true, reloadOnChange: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(pairs);
        isLoaded = true;
    }

    private static KeyValuePair<string, string?> Split(string assignment)
    {
        int sign = assignment.IndexOf('=', StringComparison.Ordinal);
        return sign > 0
            ? new(assignment[..sign].Replace("__", ":", StringComparison.Ordinal), assignment[(sign + 1)..])
            : throw new SettingsException($"--set {assignment} has no value.", "--set KEY=VALUE, as in --set Server:Urls=http://127.0.0.1:8090");
    }
}
