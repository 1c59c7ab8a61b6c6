using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TelegramHls.Core.Waiting;
using TelegramHls.Media.Encoders.Hardware;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Posters;
using TelegramHls.Media.Previews;
using TelegramHls.Media.Probing;
using TelegramHls.Media.Processes;
using TelegramHls.Media.Samples;
using TelegramHls.Media.Subtitles.Extracting;

namespace TelegramHls.Media;

/// <summary>Registers this library.</summary>
public static class MediaServices
{
    /// <summary>
    /// Adds probing, packaging, posters, previews, subtitles and their options. The host says with a <see cref="StallLimit"/> how long
    /// ffmpeg may bring nothing; else it is five minutes.
    /// </summary>
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddOptions<MediaOptions>()
            .BindConfiguration(MediaOptions.SectionName)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new StallLimit(TimeSpan.FromMinutes(5)));
        services.TryAddSingleton<IFFmpegLocator, FFmpegLocator>();
        services.TryAddSingleton<IMediaProbe, FFprobeMediaProbe>();
        services.TryAddSingleton<IPackager, FFmpegPackager>();
        services.TryAddSingleton<IPosterMaker, FFmpegPosterMaker>();
        services.TryAddSingleton<ISubtitleExtractor, FFmpegSubtitleExtractor>();
        services.TryAddSingleton<IPreviewMaker, FFmpegPreviewMaker>();
        services.TryAddSingleton<SampleMaker>();
        services.TryAddSingleton(new HardwareDevices("/dev"));
        services.TryAddSingleton<IHardwareChoice, HardwareChoice>();
        services.AddHostedService<HardwareStart>();
        return services;
    }
}
