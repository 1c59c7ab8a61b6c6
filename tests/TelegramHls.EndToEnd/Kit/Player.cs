using Microsoft.Playwright;

namespace TelegramHls.EndToEnd.Kit;

/// <summary>The film of a page, wherever in its components the element lies.</summary>
internal static class Player
{
    private const string Film = """
        (() => {
          const find = root => root.querySelector('video')
            ?? [...root.querySelectorAll('*')].map(node => node.shadowRoot && find(node.shadowRoot)).find(Boolean);
          return find(document);
        })()
        """;

    public static async Task PlayAsync(this IPage page)
    {
        await page.WaitForFunctionAsync($"() => {Film}?.readyState >= 2");
        await page.EvaluateAsync($"() => {Film}.play()");
        await page.WaitForFunctionAsync($"() => {Film}.currentTime > 0.3");
    }

    /// <summary>Goes to a share (0 to 1) of the film and waits until it plays on there.</summary>
    public static async Task SeekAsync(this IPage page, double share)
    {
        await page.EvaluateAsync($"share => {{ const film = {Film}; film.currentTime = share * film.duration; }}", share);
        await page.WaitForFunctionAsync(
            $"share => {{ const film = {Film}; return !film.seeking && film.currentTime > share * film.duration + 0.3; }}", share);
    }
}
