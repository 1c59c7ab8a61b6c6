using System.Net;
using System.Text.Json;

namespace TelegramHls.Sandbox.Tests.Contract;

/// <summary>What a call answered, as it stood on the wire.</summary>
public sealed record Answer(HttpStatusCode Status, JsonElement Body)
{
    public JsonElement Result => Body.TryGetProperty("result", out JsonElement result)
        ? result
        : throw new InvalidOperationException($"No result: {Body}");

    public string? Description => Body.TryGetProperty("description", out JsonElement text) ? text.GetString() : null;

    public int MessageId => Result.GetProperty("message_id").GetInt32();
}

/// <summary>Calls one bot with a bare HTTP client.</summary>
public sealed class Api(HttpClient http, string url, string token)
{
    public string Token => token;

    public HttpClient Http => http;

    public string MethodUrl(string method) => $"{url}/bot{token}/{method}";

    public async Task<Answer> Call(string method, params (string Name, object? Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, Text(field.Value!))));
        return await Post(method, form);
    }

    public async Task<Answer> Upload(
        string method,
        string field,
        string name,
        byte[] content,
        params (string Name, object? Value)[] fields) =>
        await Upload(method, field, name, new ByteArrayContent(content), fields);

    public async Task<Answer> Upload(
        string method,
        string field,
        string name,
        HttpContent content,
        params (string Name, object? Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach ((string key, object? value) in fields.Where(each => each.Value is not null))
        {
            form.Add(new StringContent(Text(value!)), key);
        }

        form.Add(content, field, name);
        return await Post(method, form);
    }

    public async Task<Answer> Post(string method, HttpContent? body)
    {
        using HttpResponseMessage response = await http.PostAsync(MethodUrl(method), body);
        return await Read(response);
    }

    public static async Task<Answer> Read(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        int or long => value.ToString()!,
        _ => JsonSerializer.Serialize(value),
    };
}
