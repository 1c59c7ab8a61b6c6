using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>Random bytes and what <c>sha256sum</c> says of them.</summary>
internal sealed class RandomFile
{
    private RandomFile(byte[] bytes, string sha256)
    {
        Bytes = bytes;
        Sha256 = sha256;
    }

    public byte[] Bytes { get; }

    public string Sha256 { get; }

    public static async Task<RandomFile> MakeAsync(TempDirectory directory, int length, int seed = 1)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        string path = directory.File($"random-{seed}-{length}");
        await File.WriteAllBytesAsync(path, bytes);
        return new RandomFile(bytes, await Sha256OfAsync(path));
    }

    public static async Task<string> Sha256OfAsync(string path) => (await Command.RunAsync("sha256sum", path))[..64];
}
