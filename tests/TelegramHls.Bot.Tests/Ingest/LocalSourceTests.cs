using System.Text;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Ingest;

/// <summary>Sources by their paths in bytes, as the system keeps them.</summary>
public sealed class LocalSourceTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Link_ToANameThatIsNoText_ReadsItsBytes()
    {
        // Made by a shell: this runtime cannot name it.
        await Command.RunAsync("bash", "-c", $"printf 'seven b' > '{_directory.Path}'/$'caf\\xe9\\n\\x01.mkv'");
        var source = new LocalSource([.. Encoding.UTF8.GetBytes(_directory.Path), (byte)'/', .. "caf"u8, 0xE9, (byte)'\n', 1, .. ".mkv"u8]);
        await File.WriteAllTextAsync(_directory.File("link"), "in the way");

        source.Link(_directory.File("link"));

        source.Look().ShouldBe(7);
        (await File.ReadAllTextAsync(_directory.File("link"))).ShouldBe("seven b");
        File.Delete(_directory.File("link"));
        source.Look().ShouldBe(7, "the link went, not the file");
        await Command.RunAsync("find", _directory.Path, "-name", "caf*", "-delete");
    }

    [Fact]
    public void Look_WhatIsNoFile_SaysWhatItIs()
    {
        Should.Throw<FileNotFoundException>(() => At(_directory.File("nothing")).Look());
        Should.Throw<FileNotFoundException>(() => At("/etc/hostname/below").Look());
        Should.Throw<IOException>(() => At(_directory.Path).Look()).Message.ShouldBe("It is a directory.");
        Should.Throw<IOException>(() => At(_directory.File(new string('n', 300))).Look()).Message.ShouldContain("too long");
        At("/dev/zero").Look().ShouldBe(0);
    }

    [Fact]
    public async Task Look_APipeThatNobodyWritesTo_DoesNotWait()
    {
        await Command.RunAsync("mkfifo", _directory.File("pipe"));

        Task<long> look = Task.Run(() => At(_directory.File("pipe")).Look());

        (await Should.ThrowAsync<IOException>(() => look.WaitAsync(TimeSpan.FromSeconds(10)))).Message.ShouldContain("pipe");
    }

    private static LocalSource At(string path) => new(Encoding.UTF8.GetBytes(path));
}
