using TelegramHls.Bot.Hosting;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Hosting;

public sealed class DataDirectoryTests
{
    [Fact]
    public void Open_ANewOne_IsForThisUserAlone()
    {
        using var temp = new TempDirectory();

        using DataDirectory data = DataDirectory.Open(temp.File("data"));

        File.GetUnixFileMode(data.Spool).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(data.Root).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Open_OneInUse_IsRefusedWithTheSetting()
    {
        using var temp = new TempDirectory();
        using DataDirectory data = DataDirectory.Open(temp.Path);

        Should.Throw<SettingsException>(() => DataDirectory.Open(temp.Path)).Remedy.ShouldContain("Data__Directory");
    }

    [Fact]
    public void Open_AfterTheOtherEnded_Works()
    {
        using var temp = new TempDirectory();
        DataDirectory.Open(temp.Path).Dispose();

        using DataDirectory again = DataDirectory.Open(temp.Path);

        again.FreeBytes().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Open_APathThatIsAFile_SaysWhatToDo()
    {
        using var temp = new TempDirectory();
        File.WriteAllText(temp.File("film"), "x");

        Should.Throw<SettingsException>(() => DataDirectory.Open(temp.File("film"))).Remedy.ShouldContain("Data__Directory");
    }
}
