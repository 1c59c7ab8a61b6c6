using System.Net;
using System.Text;
using System.Text.Json;

namespace TelegramHls.Sandbox.Tests.Contract;

/// <summary>The transport, §1: every encoding, quoted numbers, any case, unknown fields.</summary>
public sealed class LeniencyTests(Live live) : IClassFixture<Live>
{
    [Fact]
    public async Task Method_AnyCaseAndQueryOverBody_Works()
    {
        using var body = new StringContent("""{"text":"from body","chat_id":"0","unknown":[1,{"a":null}]}""", null, "application/json");

        Answer answer = await live.Api.Post($"SENDmessage?chat_id={live.Chat}&text=from%20query", body);

        answer.Result.GetProperty("text").GetString().ShouldBe("from query");
    }

    [Fact]
    public async Task Json_NestedMarkupAndQuotedNumbers_Works()
    {
        using var body = new StringContent(
            $$$"""{"chat_id":"{{{live.Chat}}}","text":"a","disable_notification":"yes","reply_markup":{"inline_keyboard":[[{"text":"b","url":"example.com"}]]}}""",
            null,
            "application/json");

        Answer answer = await live.Api.Post("sendMessage", body);

        answer.Result.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("url").GetString()
            .ShouldBe("http://example.com/");
    }

    [Fact]
    public async Task Json_FaultInTheMiddle_UsesWhatCameBefore()
    {
        using var body = new StringContent($$"""{"chat_id":{{live.Chat}},"text":"before","x":{,}""", null, "application/json");

        Answer answer = await live.Api.Post("sendMessage", body);

        answer.Result.GetProperty("text").GetString().ShouldBe("before");
    }

    [Theory]
    [InlineData("filename=\"на%20море \\\"1\\\".bin\"; filename*=utf-8''other.bin", "на море \"1\".bin")]
    [InlineData("filename=plain.bin", "plain.bin")]
    public async Task Multipart_FileName_IsDecoded(string disposition, string expected)
    {
        string text = $"--B\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n{live.Chat}\r\n"
            + $"--B\r\nContent-Disposition: form-data; name=\"0\"; {disposition}\r\n\r\nbytes\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\nattach://0\r\n--B--\r\n";
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=B");

        Answer answer = await live.Api.Post("sendDocument", body);

        JsonElement document = answer.Result.GetProperty("document");
        document.GetProperty("file_name").GetString().ShouldBe(expected);
        document.GetProperty("file_size").GetInt64().ShouldBe(5);
    }

    [Fact]
    public async Task Multipart_Broken_IsRefusedWithoutBody()
    {
        using var body = new ByteArrayContent("--B\r\nno disposition\r\n"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=B");

        using HttpResponseMessage response = await live.Api.Http.PostAsync(live.Api.MethodUrl("sendDocument"), body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_OverOneMebibyte_IsRefusedWithoutBody()
    {
        using var body = new StringContent(new string('x', (1024 * 1024) + 1), null, "application/json");

        using HttpResponseMessage response = await live.Api.Http.PostAsync(live.Api.MethodUrl("sendMessage"), body);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Verb_Other_IsNotImplemented()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, live.Api.MethodUrl("getMe"));

        using HttpResponseMessage response = await live.Api.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task Html_Formatting_BecomesEntities()
    {
        Answer answer = await live.Api.Call("sendMessage", ("chat_id", live.Chat), ("parse_mode", "html"),
            ("text", " <b>😀 <i>x</i></b> &lt;&#33;&amp; <a href=\"http://localhost/\">no</a> "
                + "<a href='https://a.b/c?d=1&amp;e=2'>l</a> <pre><code class=\"language-c\">q</code></pre>"));

        answer.Result.GetProperty("text").GetString().ShouldBe("😀 x <!& no l q");
        answer.Result.GetProperty("entities").EnumerateArray()
            .Select(each => (each.GetProperty("type").GetString(), each.GetProperty("offset").GetInt32(),
                each.GetProperty("length").GetInt32()))
            .ShouldBe([("bold", 0, 4), ("italic", 3, 1), ("text_link", 12, 1), ("pre", 14, 1)]);
        answer.Result.GetProperty("entities")[2].GetProperty("url").GetString().ShouldBe("https://a.b/c?d=1&e=2");
        answer.Result.GetProperty("entities")[3].GetProperty("language").GetString().ShouldBe("c");
    }
}
