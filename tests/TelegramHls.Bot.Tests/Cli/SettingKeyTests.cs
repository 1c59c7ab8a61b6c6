using TelegramHls.Bot.Cli.Config;

namespace TelegramHls.Bot.Tests.Cli;

public sealed class SettingKeyTests
{
    [Theory]
    [InlineData("Media:HardwareAcceleration", "vaapi", true)]
    [InlineData("Media:HardwareAcceleration", "VideoToolbox", true)]
    [InlineData("Media:HardwareAcceleration", "voodoo", false)]
    [InlineData("Media:Compatibility", "everywhere", true)]
    [InlineData("Jobs:Parallel", "many", false)]
    [InlineData("Telegram:Local", "TRUE", true)]
    public void CanRead_AsTheProgramDoes_TakesNamesInAnyCase(string key, string text, bool expected) =>
        SettingKey.Of(key)!.CanRead(text).ShouldBe(expected);
}
