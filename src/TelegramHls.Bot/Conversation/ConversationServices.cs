using Microsoft.Extensions.Options;
using TelegramHls.Bot.Conversation.Commands;
using TelegramHls.Bot.Conversation.Inbox;
using TelegramHls.Bot.Conversation.Notices;
using TelegramHls.Bot.Conversation.Progress;
using TelegramHls.Bot.Conversation.SideFiles;
using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Playback;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Bot.Conversation;

/// <summary>Registers what talks to people.</summary>
public static class ConversationServices
{
    /// <summary>Adds the inbox, the commands and the progress messages.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            string token = provider.GetRequiredService<IOptions<TelegramOptions>>().Value.ControlBot.Token!;
            return new ControlBot(provider.GetRequiredService<BotConnections>().Open(token).QuickClient);
        });
        services.AddSingleton<IBotProfile>(provider => provider.GetRequiredService<ControlBot>());
        services.AddSingleton<Replies>();
        services.AddSingleton<VideoCards>();
        AddInbox(services);
        AddCommands(services);
        AddProgress(services);
        AddNotices(services);
        return services;
    }

    private static void AddInbox(IServiceCollection services)
    {
        services.AddSingleton<FilmIntake>();
        services.AddSingleton<SideFileIntake>();
        services.AddSingleton<AddedSubtitles>();
        services.AddSingleton<Strangers>();
        services.AddSingleton<InboxWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<InboxWorker>());
        services.AddHostedService<InboxPoller>();
    }

    private static void AddCommands(IServiceCollection services)
    {
        services.AddSingleton<CommandRouter>();
        services.AddSingleton<CommandMenu>();
        services.AddSingleton<ButtonTaps>();
        services.AddSingleton<ICommand, StartCommand>();
        services.AddSingleton<ICommand, HelpCommand>();
        services.AddSingleton<ICommand, ListCommand>();
        services.AddSingleton<ICommand, DeleteCommand>();
        services.AddSingleton<ICommand, StatsCommand>();
        services.AddSingleton<ICommand, DashboardCommand>();
    }

    private static void AddNotices(IServiceCollection services)
    {
        services.AddSingleton<ITroubleSource, CrashTrouble>();
        services.AddSingleton<ITroubleSource, DiskTrouble>();
        services.AddSingleton<ITroubleSource, BotTrouble>();
        services.AddSingleton<ITroubleSource, JobTrouble>();
        services.AddHostedService<NoticeLoop>();
    }

    private static void AddProgress(IServiceCollection services)
    {
        services.AddSingleton<ChatBudget>();
        services.AddSingleton<ProgressWriter>();
        services.AddSingleton<ProgressMessages>();
        services.AddSingleton<IVideoAnnouncer>(provider => provider.GetRequiredService<ProgressMessages>());
        services.AddHostedService(provider => provider.GetRequiredService<ProgressMessages>());
    }
}
