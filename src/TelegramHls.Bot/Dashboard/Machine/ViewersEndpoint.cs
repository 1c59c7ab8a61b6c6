using TelegramHls.Bot.Dashboard.Pages;
using TelegramHls.Bot.Playback.Viewers;
using TelegramHls.Bot.Web;

namespace TelegramHls.Bot.Dashboard.Machine;

/// <summary><c>/jobs/viewers</c>: who watches what now, and how it goes. No key is shown, and of addresses their network alone.</summary>
internal sealed class ViewersEndpoint(ViewerBoard viewers)
{
    public const string Path = "/jobs/viewers";

    public IResult Show() => PageResults.Of<ViewersPage>(new() { [nameof(ViewersPage.Viewers)] = viewers.Look() });
}
