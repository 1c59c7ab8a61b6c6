namespace TelegramHls.Bot.Hosting.Logs;

/// <summary>One line a request, naming the route's template and never the address, which holds the share key.</summary>
internal sealed class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        long start = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            string route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
            Log.RequestServed(
                logger,
                context.Request.Method,
                route,
                context.Response.StatusCode,
                clock.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
