using TelegramHls.Bot.Playback.Companions;
using TelegramHls.Bot.Playback.Hls;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Bot.Playback.Subtitles;
using TelegramHls.Bot.Playback.Viewers;

namespace TelegramHls.Bot.Playback;

/// <summary>Registers and maps what viewers and players see.</summary>
public static class PlaybackServices
{
    /// <summary>Name of the policy under which any page may read a route.</summary>
    internal const string OpenToAll = "open";

    /// <summary>Adds the services behind the links.</summary>
    public static IServiceCollection AddPlayback(this IServiceCollection services)
    {
        services.AddSingleton<KeyResolver>();
        services.AddSingleton<FilmIndexes>();
        services.AddSingleton<FilmJournals>();
        services.AddSingleton<GrowingFilms>();
        services.AddSingleton<HlsFilms>();
        services.AddSingleton<KeptFiles>();
        services.AddSingleton<StreamGate>();
        services.AddSingleton<ViewerBoard>();
        services.AddSingleton<StreamEndpoints>();
        services.AddSingleton<HlsSubtitles>();
        services.AddSingleton<HlsEndpoints>();
        services.AddSingleton<SubtitleTexts>();
        services.AddSingleton<SubtitleLinks>();
        services.AddSingleton<SubtitleEndpoints>();
        services.AddSingleton<WatchEndpoints>();
        services.AddSingleton<PlayEndpoints>();
        services.AddSingleton<PictureEndpoint>();
        services.AddSingleton<ChapterEndpoint>();
        services.AddSingleton<OriginalEndpoint>();
        services.AddSingleton<OriginalLinks>();
        services.AddSingleton<CompatibleLinks>();
        services.AddCors(cors => cors.AddPolicy(
            OpenToAll,
            policy => policy.AllowAnyOrigin()
                .WithMethods(HttpMethods.Get, HttpMethods.Head)
                .WithHeaders("Range", "If-Range")
                .WithExposedHeaders("Accept-Ranges", "Content-Length", "Content-Range", "ETag")));
        return services;
    }

    /// <summary>Maps the routes of DESIGN, chapter HTTP, that belong to a share key, and the front page.</summary>
    public static void MapPlayback(this IEndpointRouteBuilder routes)
    {
        FrontEndpoint.Map(routes);
        WatchEndpoints.Map(routes);
        HlsEndpoints.Map(routes);
        StreamEndpoints.Map(routes);
        PlayEndpoints.Map(routes);
        PictureEndpoint.Map(routes);
        ChapterEndpoint.Map(routes);
        OriginalEndpoint.Map(routes);
        SubtitleEndpoints.Map(routes);
    }
}
