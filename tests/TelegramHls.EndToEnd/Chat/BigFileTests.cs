using Microsoft.Playwright;
using TelegramHls.EndToEnd.Playback;

namespace TelegramHls.EndToEnd.Chat;

/// <summary>Files of any size go through without being held in memory.</summary>
public sealed class BigFileTests(ChatProgram program, Chromium chromium) : IClassFixture<ChatProgram>, IClassFixture<Chromium>
{
    private const long GiB = 1L << 30;
    private const long MiB = 1L << 20;

    [Fact]
    public async Task Attachment_OfAGigabyte_StreamsWithFlatMemory()
    {
        string path = Path.Combine(program.Directory, "big.bin");
        await using (var sparse = new FileStream(path, FileMode.CreateNew))
        {
            sparse.SetLength(GiB);
        }

        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await page.GotoAsync(program.Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "Storage 1" }).ClickAsync();
        await page.GetByText("Channel created").First.WaitForAsync();
        long before = program.Bot.PeakMemory;

        await page.Locator("#file-picker").SetInputFilesAsync(path);
        await page.PressAsync("Send");
        await page.GetByRole(AriaRole.Progressbar).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Download big.bin, 1.1 GB" }).WaitForAsync(new() { Timeout = 120_000 });

        (program.Bot.PeakMemory - before).ShouldBeLessThan(100 * MiB);
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Attachment_CancelledOnItsWay_LeavesNothing()
    {
        string path = Path.Combine(program.Directory, "cancelled.bin");
        await using (var sparse = new FileStream(path, FileMode.CreateNew))
        {
            sparse.SetLength(GiB);
        }

        (IPage page, _) = await chromium.OpenAsync();
        await page.GotoAsync(program.Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "Storage 2" }).ClickAsync();
        await page.Locator("#file-picker").SetInputFilesAsync(path);
        await page.PressAsync("Send");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel sending cancelled.bin" }).ClickAsync();

        string incoming = Path.Combine(program.Directory, "data", "sandbox", "incoming");
        await Kit.Waiting.UntilAsync(() => !Directory.EnumerateFiles(incoming).Any(), "the half file to be removed");
        (await page.GetByText("cancelled.bin").CountAsync()).ShouldBe(0);
        await page.CloseAsync();
    }
}
