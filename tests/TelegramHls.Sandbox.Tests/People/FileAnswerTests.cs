using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.People;

/// <summary>How a browser gets the file of a message.</summary>
public sealed class FileAnswerTests : IAsyncLifetime
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1000).Select(number => (byte)number)];
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task Video_AskedForByRange_ComesInPiecesOfItsType()
    {
        string url = await SendAsync("video", "film.mp4", Content);
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(100, 199) } };

        using HttpResponseMessage answer = await _sandbox.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        answer.Content.Headers.ContentRange!.ToString().ShouldBe("bytes 100-199/1000");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        answer.Content.Headers.ContentDisposition.ShouldBeNull();
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Content[100..200]);
    }

    [SandboxTheory]
    [InlineData("page.html", "text/html")]
    [InlineData("drawing.svg", "image/svg+xml")]
    [InlineData("paper.pdf", "application/pdf")]
    [InlineData("worker.js", "text/javascript")]
    public async Task File_ThatABrowserCouldRun_IsAnAttachmentOfUnknownBytes(string name, string mime)
    {
        string url = await SendAsync("document", name, Encoding.UTF8.GetBytes("<script>alert(1)</script>"), mime);

        using HttpResponseMessage answer = await _sandbox.Http.GetAsync(url);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileName!.Trim('"').ShouldBe(name);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
    }

    [SandboxFact]
    public async Task Photo_ThatIsAPage_IsAnAttachment()
    {
        string url = await SendAsync("photo", "p.jpg", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"));

        using HttpResponseMessage answer = await _sandbox.Http.GetAsync(url);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [SandboxFact]
    public async Task Photo_Png_IsShown()
    {
        string url = await SendAsync("photo", "p", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0, 0, 3]);

        using HttpResponseMessage answer = await _sandbox.Http.GetAsync(url);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
    }

    [SandboxFact]
    public async Task Video_ToBeDownloaded_IsAnAttachmentWithItsName()
    {
        string url = await SendAsync("video", "Film №1.mp4", Content);

        using HttpResponseMessage answer = await _sandbox.Http.GetAsync($"{url}?download");

        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Film №1.mp4");
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Content);
    }

    private async Task<string> SendAsync(string kind, string name, byte[] content, string? mime = null)
    {
        using var stream = new MemoryStream(content);
        var sent = await _sandbox.Person.SendFile(_sandbox.ControlId, kind, name, stream, ("mime", mime));
        return $"{_sandbox.Server.Url}/person/chats/{_sandbox.ControlId}/messages/{sent.GetProperty("message_id").GetInt32()}/file";
    }
}
