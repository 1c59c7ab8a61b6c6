using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>The bots of the settings, also after these change while the program runs. What does not fit is logged and left out.</summary>
internal sealed class PoolSettings : IDisposable
{
    private readonly IConfiguration _configuration;
    private readonly IEnumerable<IValidateOptions<TelegramOptions>> _rules;
    private readonly ILogger<PoolSettings> _logger;
    private readonly IDisposable _watch;
    private Action<IReadOnlyList<BotOptions>>? _follow;

    public PoolSettings(
        IOptions<TelegramOptions> first,
        IConfiguration configuration,
        IEnumerable<IValidateOptions<TelegramOptions>> rules,
        ILogger<PoolSettings> logger)
    {
        (_configuration, _rules, _logger) = (configuration, rules, logger);
        Bots = BotsOf(first.Value);
        _watch = ChangeToken.OnChange(configuration.GetReloadToken, Reload);
    }

    /// <summary>Bots with token and chat at the start. Without storage bots the control bot stores.</summary>
    public IReadOnlyList<BotOptions> Bots { get; }

    /// <summary>Calls <paramref name="follow"/> with all bots whenever they may have changed, on the thread that noticed it.</summary>
    public void OnChange(Action<IReadOnlyList<BotOptions>> follow) => _follow = follow;

    public void Dispose() => _watch.Dispose();

    private static List<BotOptions> BotsOf(TelegramOptions options)
    {
        IEnumerable<BotOptions> bots = options.StorageBots.Count > 0 ? options.StorageBots : [options.ControlBot];
        return [.. bots.Where(bot => !string.IsNullOrEmpty(bot.Token) && !string.IsNullOrEmpty(bot.ChatId))];
    }

    private void Reload()
    {
        try
        {
            TelegramOptions options = _configuration.GetSection(TelegramOptions.SectionName).Get<TelegramOptions>() ?? new();
            string[] failures =
            [
                .. _rules.Select(rule => rule.Validate(Options.DefaultName, options))
                    .Where(result => result.Failed)
                    .SelectMany(result => result.Failures ?? []),
            ];
            List<BotOptions> bots = BotsOf(options);
            if (failures.Length > 0 || bots.Count == 0)
            {
                _logger.SettingsKept(failures.Length > 0 ? string.Join(' ', failures) : "They name no storage bot.");
                return;
            }

            _follow?.Invoke(bots);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // A number that is none, or a malformed token; neither message repeats the token.
            _logger.SettingsKept(exception.Message);
        }
    }
}
