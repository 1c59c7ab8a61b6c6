using Microsoft.Playwright;

namespace TelegramHls.EndToEnd.Chat;

/// <summary>What a person does on the chat page.</summary>
internal static class ChatView
{
    private const string Drop = """
        ([name, type, base64]) => {
          const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([bytes], name, { type }));
          for (const kind of ['dragenter', 'dragover', 'drop']) {
            document.getElementById('messages').dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
          }
        }
        """;

    /// <summary>The field that one writes in.</summary>
    public static ILocator Field(this IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true });

    /// <summary>Bubbles that hold a text.</summary>
    public static ILocator Bubble(this IPage page, string text) => page.Locator(".message", new() { HasText = text });

    public static async Task SayAsync(this IPage page, string text)
    {
        await page.Field().FillAsync(text);
        await page.Field().PressAsync("Enter");
    }

    /// <summary>Drops a file on the conversation; the page asks how to send it.</summary>
    public static async Task DropAsync(this IPage page, string path, string type)
    {
        string content = Convert.ToBase64String(await File.ReadAllBytesAsync(path));
        await page.EvaluateAsync(Drop, new[] { Path.GetFileName(path), type, content });
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
    }

    public static Task PressAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Chooses from the menu of a message.</summary>
    public static async Task ChooseAsync(this IPage page, ILocator message, string item)
    {
        await message.Locator(".bubble").ClickAsync(new() { Button = MouseButton.Right, Position = new() { X = 6, Y = 6 } });
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }

    /// <summary>Writes what the page shows to the test results.</summary>
    public static async Task PictureAsync(this IPage page, string name) => await page.ScreenshotAsync(new()
    {
        Path = Path.Combine(BotProcess.Root, "TestResults", "screenshots", $"{name}.png"),
    });
}
