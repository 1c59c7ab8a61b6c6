using System.Net;
using System.Text.RegularExpressions;
using TelegramHls.Sandbox.Tests.Contract;

namespace TelegramHls.Sandbox.Tests.ChatPage;

/// <summary>The page and what it is made of.</summary>
public sealed partial class AssetTests : IAsyncLifetime
{
    private Contract.Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await Contract.Sandbox.Start();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [SandboxFact]
    public async Task Page_AndAllThatItLoads_AreServedWithTheirTypes()
    {
        var waiting = new Queue<Uri>([new Uri(_sandbox.Server.Url)]);
        var seen = new HashSet<Uri>(waiting);
        while (waiting.TryDequeue(out Uri? url))
        {
            using HttpResponseMessage answer = await _sandbox.Http.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, url.ToString());
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(Path.GetExtension(url.AbsolutePath) switch
            {
                ".css" => "text/css",
                ".js" => "text/javascript",
                ".svg" => "image/svg+xml",
                _ => "text/html",
            });
            foreach (Match match in Reference().Matches(await answer.Content.ReadAsStringAsync()))
            {
                var next = new Uri(url, match.Groups[1].Value);
                next.Host.ShouldBe(url.Host, "an asset of a third party");
                if (seen.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        seen.Count.ShouldBeGreaterThan(20);
    }

    [SandboxFact]
    public async Task Page_AllowsNoScriptNorStyleButItsOwn()
    {
        using HttpResponseMessage answer = await _sandbox.Http.GetAsync(_sandbox.Server.Url);
        string page = await answer.Content.ReadAsStringAsync();
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("style-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        Regex.Matches(page, @"\son\w+=|\sstyle=|<style|<script(?![^>]*\ssrc=)").ShouldBeEmpty();
        page.ShouldContain("Sandbox. Nothing leaves this machine.");
    }

    [SandboxFact]
    public async Task Asset_OfAnotherVersion_IsNotFound()
    {
        using HttpResponseMessage answer = await _sandbox.Http.GetAsync($"{_sandbox.Server.Url}/chat/0/script/main.js");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    // What the page names by href and src, and the modules by import.
    [GeneratedRegex("""(?:href="|src="|from '|data-icons=")((?:chat|\.{1,2})/[^"']+)["']""")]
    private static partial Regex Reference();
}
