using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TelegramHls.Bot.Access;
using TelegramHls.Bot.Access.SignIn;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli.Dashboard;

/// <summary>What <c>dashboard</c> asks for.</summary>
/// <param name="SignOut">Everybody is signed out instead.</param>
internal sealed record DashboardOrder(bool SignOut);

/// <summary>A link that signs in.</summary>
/// <param name="Link">Null when everybody was signed out.</param>
/// <param name="ExpiresAt">Until when it works.</param>
internal sealed record DashboardLink(string? Link, DateTimeOffset? ExpiresAt);

/// <summary>Makes a link that signs the owner in, or signs everybody out.</summary>
internal sealed class DashboardErrand(
    SignInLinks links, SignOut signOut, People people, PublicUrl publicUrl, IServer server, TimeProvider clock)
    : Errand<DashboardOrder, DashboardLink>
{
    public const string ErrandName = "dashboard";

    public override string Name => ErrandName;

    protected override async Task<DashboardLink> DoAsync(
        DashboardOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        if (order.SignOut)
        {
            await signOut.EverywhereAsync(CommandLine.Who, cancellationToken);
            return new DashboardLink(Link: null, ExpiresAt: null);
        }

        if (server.Features.Get<IServerAddressesFeature>() is not { Addresses.Count: > 0 })
        {
            throw ErrandException.Of(
                "no server runs", "The dashboard is a page of the server, which is not running.", "telegramhls serve, then this again in another terminal");
        }

        if (await people.FindOwnerAsync(cancellationToken) is not { } owner)
        {
            throw ErrandException.Of(
                "nobody owns this bot yet", "A link signs its owner in.", "send the bot /start with the code that serve printed, or set Telegram__AllowedUsers__0");
        }

        DateTimeOffset until = clock.GetUtcNow() + SignInLinks.Lifetime;
        return new DashboardLink(publicUrl.To(links.Make(owner)), until);
    }
}
