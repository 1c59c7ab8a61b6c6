using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Probing;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Tests;

public sealed class MediaServicesTests
{
    [Fact]
    public void AddMedia_Defaults_GivesEveryService()
    {
        using ServiceProvider services = Services();

        services.GetRequiredService<IFFmpegLocator>().ShouldNotBeNull();
        services.GetRequiredService<IMediaProbe>().ShouldNotBeNull();
        services.GetRequiredService<IPackager>().ShouldNotBeNull();
        MediaOptions options = services.GetRequiredService<IOptions<MediaOptions>>().Value;
        (options.SegmentSeconds, options.MaxSourceBytes).ShouldBe((4, 50_000_000_000));
        (options.HardwareAcceleration, options.Compatibility).ShouldBe((HardwareAcceleration.Auto, Compatibility.Copy));
    }

    [Theory]
    [InlineData("SegmentSeconds", "0", "Media__SegmentSeconds")]
    [InlineData("MaxSourceBytes", "0", "Media__MaxSourceBytes")]
    [InlineData("Compatibility", "7", "Media__Compatibility")]
    public void AddMedia_WrongValue_NamesTheSetting(string key, string value, string expected)
    {
        using ServiceProvider services = Services(($"Media:{key}", value));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<MediaOptions>>().Value)
            .Message.ShouldContain(expected);
    }

    [Fact]
    public void AddMedia_NamesInAnyCase_AreRead()
    {
        using ServiceProvider services = Services(("Media:HardwareAcceleration", "videotoolbox"), ("Media:Compatibility", "everywhere"));

        MediaOptions options = services.GetRequiredService<IOptions<MediaOptions>>().Value;

        (options.HardwareAcceleration, options.Compatibility)
            .ShouldBe((HardwareAcceleration.VideoToolbox, Compatibility.Everywhere));
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build())
        .AddMedia()
        .BuildServiceProvider();
}
