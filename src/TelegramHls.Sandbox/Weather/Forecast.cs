namespace TelegramHls.Sandbox.Weather;

/// <summary>The rules in force, and the count of calls. Rules are in memory only: a restart brings fair weather.</summary>
internal sealed class Forecast(SandboxClock clock)
{
    private readonly Lock _gate = new();
    private readonly List<WeatherRule> _rules = [];
    private readonly Dictionary<(long Bot, string Method), long> _calls = [];
    private readonly Dictionary<string, Bandwidth> _bandwidths = new(StringComparer.Ordinal);

    public void Add(WeatherRule rule)
    {
        lock (_gate)
        {
            _rules.Add(rule);
        }
    }

    /// <summary>Removes the rule of that id, or all.</summary>
    public int Clear(string? id)
    {
        lock (_gate)
        {
            _bandwidths.Clear();
            return _rules.RemoveAll(rule => id is null || rule.Id.Equals(id, StringComparison.Ordinal));
        }
    }

    public IReadOnlyList<WeatherRule> Rules()
    {
        lock (_gate)
        {
            return [.. _rules];
        }
    }

    public void CountCall(long bot, string method)
    {
        lock (_gate)
        {
            _calls[(bot, method)] = _calls.GetValueOrDefault((bot, method)) + 1;
        }
    }

    public IReadOnlyList<(long Bot, string Method, long Calls)> Counts()
    {
        lock (_gate)
        {
            return [.. _calls.Select(pair => (pair.Key.Bot, pair.Key.Method, pair.Value))];
        }
    }

    /// <summary>The rules with one of these effects that strike this call; each is used up by one.</summary>
    public IReadOnlyList<WeatherRule> Strike(long bot, string method, params ReadOnlySpan<Effect> effects)
    {
        lock (_gate)
        {
            var striking = new List<WeatherRule>();
            foreach (WeatherRule rule in _rules)
            {
                if (effects.Contains(rule.Effect) && rule.Fits(bot, method) && rule.Count is not <= 0)
                {
                    rule.Count--;
                    striking.Add(rule);
                }
            }

            _rules.RemoveAll(rule => rule.Count <= 0);
            return striking;
        }
    }

    /// <summary>Waits until <paramref name="bytes"/> more may pass for the bot in that direction.</summary>
    public async ValueTask PaceAsync(long bot, bool up, int bytes, CancellationToken ct)
    {
        var lines = new List<Bandwidth>();
        lock (_gate)
        {
            foreach (WeatherRule rule in _rules.Where(rule => rule.Effect == Effect.Slow && (rule.Bot is null || rule.Bot == bot)))
            {
                long rate = up ? rule.Up : rule.Down;
                string name = $"{rule.Id} {(rule.Shared ? 0 : bot)} {up}";
                if (rate > 0 && !_bandwidths.ContainsKey(name))
                {
                    _bandwidths[name] = new Bandwidth(rate, clock.Timers);
                }

                if (rate > 0)
                {
                    lines.Add(_bandwidths[name]);
                }
            }
        }

        foreach (Bandwidth line in lines)
        {
            await line.TakeAsync(bytes, ct);
        }
    }
}
