using System.Net.Http.Json;
using System.Text.Json;

namespace TelegramHls.Testing;

/// <summary>A person's side and the hooks of a sandbox, over HTTP. Chats: a bot's id, or a channel's.</summary>
public sealed class SandboxClient(string url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan };

    public static string Query(params (string Name, object? Value)[] fields) => string.Join('&', fields
        .Where(field => field.Value is not null)
        .Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!.ToString()!)}"));

    public Task<JsonElement> Chats() => Get("/person/chats");

    /// <summary>The messages after an id, oldest first.</summary>
    public async Task<JsonElement[]> Messages(long chat, int after = 0)
    {
        JsonElement answer = await Get($"/person/chats/{chat}/messages?after={after}");
        return [.. answer.GetProperty("messages").EnumerateArray()];
    }

    /// <summary>Waits until the chat's messages fulfil a condition, and returns them.</summary>
    public async Task<JsonElement[]> WaitFor(
        long chat,
        Func<JsonElement[], bool> condition,
        TimeSpan? longest = null)
    {
        using var limit = new CancellationTokenSource(longest ?? TimeSpan.FromSeconds(60));
        while (true)
        {
            JsonElement answer = await Get($"/person/chats/{chat}/messages");
            JsonElement[] messages = [.. answer.GetProperty("messages").EnumerateArray()];
            if (condition(messages))
            {
                return messages;
            }

            long version = answer.GetProperty("version").GetInt64();
            using HttpResponseMessage changed =
                await _http.GetAsync($"/person/chats/{chat}/wait?version={version}&timeout=60", limit.Token);
            changed.EnsureSuccessStatusCode();
        }
    }

    public Task<JsonElement> Say(long chat, string text, int? replyTo = null, long? person = null) =>
        Post($"/person/chats/{chat}/messages?{Query(("person", person))}", new { text, reply_to_message_id = replyTo });

    /// <summary>Sends a file; width, height, duration, mime and caption go into <paramref name="fields"/>.</summary>
    public async Task<JsonElement> SendFile(
        long chat,
        string kind,
        string name,
        Stream content,
        params (string Name, object? Value)[] fields)
    {
        string query = Query([("kind", kind), ("name", name), .. fields]);
        using var body = new StreamContent(content);
        using HttpResponseMessage response = await _http.PostAsync($"/person/chats/{chat}/files?{query}", body);
        return await Read(response);
    }

    public Task<JsonElement> Forward(long chat, long fromChat, int message, long? person = null) =>
        Post($"/person/chats/{chat}/forward?{Query(("person", person))}", new { from_chat_id = fromChat, message_id = message });

    /// <summary>Taps the button with that callback data; returns when the bot answered.</summary>
    public Task<JsonElement> Tap(long chat, int message, string data, long? person = null) =>
        Post($"/person/chats/{chat}/messages/{message}/tap?{Query(("person", person))}", new { data });

    public async Task Delete(long chat, int message)
    {
        using HttpResponseMessage response = await _http.DeleteAsync($"/person/chats/{chat}/messages/{message}");
        await Read(response);
    }

    /// <summary>The bytes of a message's file.</summary>
    public Task<Stream> File(long chat, int message) => _http.GetStreamAsync($"/person/chats/{chat}/messages/{message}/file");

    /// <summary>Another person; the id goes into <c>person</c> arguments.</summary>
    public async Task<long> MakePerson(string firstName) =>
        (await Post("/person/people", new { first_name = firstName })).GetProperty("id").GetInt64();

    /// <summary>Adds a weather rule, such as <c>new { effect = "flood", bot, method = "sendDocument", count = 3 }</c>.</summary>
    public async Task<string> Weather(object rule) => (await Post("/hooks/weather", rule)).GetProperty("id").GetString()!;

    public async Task ClearWeather()
    {
        using HttpResponseMessage response = await _http.DeleteAsync("/hooks/weather");
        await Read(response);
    }

    public Task MoveClock(TimeSpan by) => Hook("clock", new { seconds = (long)by.TotalSeconds });

    /// <summary>How often a bot called a method (lower case; <c>file</c>: downloads).</summary>
    public async Task<long> Calls(long bot, string method) => (await Get("/hooks/calls")).EnumerateArray()
        .Where(count => count.GetProperty("bot").GetInt64() == bot && count.GetProperty("method").GetString() == method)
        .Sum(count => count.GetProperty("calls").GetInt64());

    /// <summary>Any other hook: bots, channels, members, revoke, purge.</summary>
    public Task<JsonElement> Hook(string name, object order) => Post($"/hooks/{name}", order);

    public Task<JsonElement> Get(string path) => Read(_http.GetAsync(path));

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> Post(string path, object body)
    {
        using HttpResponseMessage response = await _http.PostAsJsonAsync(path, body);
        return await Read(response);
    }

    private static async Task<JsonElement> Read(Task<HttpResponseMessage> call)
    {
        using HttpResponseMessage response = await call;
        return await Read(response);
    }

    private static async Task<JsonElement> Read(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new HttpRequestException($"{(int)response.StatusCode}: {text}", null, response.StatusCode);
    }
}
