using TelegramHls.Bot.Access;
using TelegramHls.Bot.Access.SignIn;
using TelegramHls.Bot.Cli;
using TelegramHls.Bot.Conversation;
using TelegramHls.Bot.Dashboard;
using TelegramHls.Bot.Health;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Playback;
using TelegramHls.Bot.Recovery;
using TelegramHls.Bot.Web;
using TelegramHls.Catalog;
using TelegramHls.Catalog.Database;
using TelegramHls.Jobs;
using TelegramHls.Media;
using TelegramHls.Storage;

return await CommandLine.InvokeAsync(args, Build);

// The rooms of the program.
static WebApplication Build(WebApplicationBuilder builder)
{
    builder.AddHosting();
    builder.Services
        .AddCatalog(provider => provider.GetRequiredService<DataDirectory>().Database)
        .AddJobs(provider => provider.GetRequiredService<CatalogDatabase>().Source)
        .AddMedia()
        .AddStorage()
        .AddAccess()
        .AddIngest()
        .AddConversation()
        .AddPlayback()
        .AddRecovery()
        .AddHealth()
        .AddDashboard()
        .AddWeb()
        .AddCli();

    WebApplication app = builder.Build();
    app.UseHosting();
    app.UseWeb();
    app.UseSignIn();
    app.MapWeb();
    app.MapSignIn();
    app.MapPlayback();
    app.MapHealth();
    app.MapDashboard();
    return app;
}
