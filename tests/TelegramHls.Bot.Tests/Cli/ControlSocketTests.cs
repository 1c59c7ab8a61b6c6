using System.Net.Sockets;
using TelegramHls.Bot.Cli.Control;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Cli;

public sealed class ControlSocketTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("data")]
    [InlineData("a data directory whose name alone is longer than what a socket's address holds, which is a hundred and seven bytes")]
    public async Task Listen_AtAnyPath_IsThisUsersAloneAndFound(string name)
    {
        string root = Directory.CreateDirectory(_directory.File(name)).FullName;
        var door = new ControlSocket(root);
        string lies;
        using (Socket listening = door.Listen())
        {
            lies = new FileInfo(door.Path).LinkTarget ?? door.Path;
            File.GetUnixFileMode(lies).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            using Socket caller = await new ControlSocket(root).ConnectAsync(CancellationToken.None);
            caller.Connected.ShouldBeTrue();
        }

        door.Remove();
        File.Exists(lies).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(root).ShouldBeEmpty();
        if (lies != door.Path)
        {
            Directory.Exists(Path.GetDirectoryName(lies)).ShouldBeFalse("its folder goes with it");
        }
    }

    [Fact]
    public async Task Listen_AfterAKill_TakesThePlaceOfWhatWasLeft()
    {
        new ControlSocket(_directory.Path).Listen().Dispose();
        await Should.ThrowAsync<SocketException>(() => new ControlSocket(_directory.Path).ConnectAsync(CancellationToken.None));

        using Socket again = new ControlSocket(_directory.Path).Listen();

        using Socket caller = await new ControlSocket(_directory.Path).ConnectAsync(CancellationToken.None);
        caller.Connected.ShouldBeTrue();
    }
}
