using System.Net.Http.Headers;

namespace Telegram.Bot.Http;

/// <summary>Parameters as a JSON object, of known length.</summary>
internal static class JsonBody
{
    public static HttpContent From(byte[] json)
    {
        var body = new ByteArrayContent(json);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return body;
    }
}
