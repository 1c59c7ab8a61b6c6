using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest;
using TelegramHls.Core.Jobs;
using TelegramHls.Media.Packaging;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Ingest;

public sealed class FaultTextTests
{
    [Fact]
    public void Of_FaultThatNamesAFile_LeavesThePathOfTheMachineOut()
    {
        using var folder = new TempDirectory();
        using DataDirectory directory = DataDirectory.Open(folder.File("data"));
        string missing = Path.Combine(directory.Spool, "v1", "source");
        Exception cause = Should.Throw<IOException>(() => File.OpenRead(missing));

        JobFault fault = new FaultText(directory).Of(cause, TimeSpan.FromSeconds(3));

        fault.Error.ShouldContain("spool/v1/source");
        fault.Error.ShouldNotContain(folder.Path);
        fault.Took.ShouldBe(TimeSpan.FromSeconds(3));
        fault.Detail.ShouldNotBeNull().ShouldContain(nameof(Of_FaultThatNamesAFile_LeavesThePathOfTheMachineOut));
    }

    [Fact]
    public void DetailOf_FFmpegFailed_BeginsWithTheEndOfItsLog() =>
        FaultText.DetailOf(new PackagingException("It did not work.", "[mov @ 0x1] moov atom not found")).ShouldStartWith("[mov @ 0x1] moov atom not found\n\n");
}
