namespace TelegramHls.Bot.Cli.Config;

/// <summary>A value that is not what its setting takes.</summary>
/// <param name="Key">The key as it is set.</param>
/// <param name="Text">The value.</param>
/// <param name="Setting">The setting.</param>
internal sealed record UnreadableValue(string Key, string Text, SettingKey Setting);
