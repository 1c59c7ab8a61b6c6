using Microsoft.AspNetCore.Http;
using TelegramHls.Sandbox.Http;

namespace TelegramHls.Sandbox.Weather;

/// <summary>What the weather does to one call.</summary>
internal sealed class Storm(Emulator emulator, long bot, string method)
{
    /// <summary>After the request was read, before anything is done. True when the answer is given already.</summary>
    public async Task<bool> BeforeAsync(HttpContext context, CancellationToken ct)
    {
        IReadOnlyList<WeatherRule> rules = emulator.Weather.Strike(
            bot,
            method,
            Effect.Delay,
            Effect.DropBefore,
            Effect.Flood,
            Effect.Fail);
        foreach (WeatherRule rule in rules.Where(rule => rule.Effect == Effect.Delay))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(rule.Milliseconds), emulator.Clock.Timers, ct);
        }

        WeatherRule? strike = rules.FirstOrDefault(rule => rule.Effect != Effect.Delay);
        switch (strike?.Effect)
        {
            case Effect.DropBefore:
                context.Abort();
                return true;
            case Effect.Flood:
                throw ApiFaultException.TooMany(strike.RetryAfter);
            case Effect.Fail when strike.Body is not null:
                context.Response.StatusCode = strike.Status;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(strike.Body, ct);
                return true;
            case Effect.Fail:
                throw new ApiFaultException(strike.Status, strike.Description ?? string.Empty)
                {
                    Bare = strike.Description is not null,
                };
            default:
                return false;
        }
    }

    /// <summary>Waits as the server makes uploads of equal size wait; 429 when too many wait already.</summary>
    public async Task SpaceAsync(long bytes, CancellationToken ct)
    {
        if (emulator.Weather.Strike(bot, method, Effect.Spacing).Count == 0)
        {
            return;
        }

        TimeSpan wait = emulator.Spacing.Take(bot, bytes) ?? throw ApiFaultException.TooMany(UploadSpacing.RetryAfter);
        await Task.Delay(wait, emulator.Clock.Timers, ct);
    }

    /// <summary>The call is done; true when its answer is lost.</summary>
    public bool After(HttpContext context)
    {
        bool drop = emulator.Weather.Strike(bot, method, Effect.DropAfter).Count > 0;
        if (drop)
        {
            context.Abort();
        }

        return drop;
    }
}
