using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Ropes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Reading.Ahead;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>A cache in a directory of its own over a scripted source.</summary>
internal sealed class CacheRig : IDisposable
{
    public const int Block = 262_144;

    private readonly TempDirectory _temp = new();
    private ReadAhead? _ahead;

    public CacheRig(int length = 4 * 1024 * 1024, int partLength = 1024 * 1024, long maxBytes = long.MaxValue)
    {
        (Bytes, File) = CutFile.Make(length, partLength);
        Source = new ScriptedSource(Bytes);
        Options = new CacheOptions { MaxBytes = maxBytes };
        Cache = NewCache();
    }

    public byte[] Bytes { get; }

    public StoredFile File { get; }

    public ScriptedSource Source { get; }

    public ManualTimeProvider Clock { get; } = new();

    public CacheOptions Options { get; }

    /// <summary>Free bytes of the disk above its floor.</summary>
    public long Spare { get; set; } = long.MaxValue;

    public PartCache Cache { get; private set; }

    public ReadAhead Ahead => _ahead ??= new ReadAhead(
        Cache, Microsoft.Extensions.Options.Options.Create(Options), Clock, NullLogger<ReadAhead>.Instance);

    public string Directory => _temp.Path;

    public IEnumerable<string> FilesOnDisk =>
        System.IO.Directory.EnumerateFiles(_temp.Path, "*", SearchOption.AllDirectories);

    /// <summary>As after a restart of the program.</summary>
    public void Restart() => Cache = NewCache();

    public PartLease Open(int part) => Cache.Open(File.Id, File.Parts[part], isAhead: false);

    public byte[] Expected(int part) =>
        Bytes.AsSpan((int)File.Parts[part].Offset, File.Parts[part].Length).ToArray();

    public async Task<byte[]> ReadAsync(int part)
    {
        using PartLease lease = Open(part);
        return await ReadAsync(lease, 0, File.Parts[part].Length);
    }

    public static async Task<byte[]> ReadAsync(PartLease lease, int offset, int count)
    {
        byte[] bytes = new byte[count];
        int at = 0;
        while (at < count)
        {
            at += await lease.ReadAsync(offset + at, bytes.AsMemory(at), Timeout.InfiniteTimeSpan, CancellationToken.None);
        }

        return bytes;
    }

    public PartStream OpenStream() => NewStream(new Patience(Clock));

    public RopeStream OpenRope(Rope rope, Patience patience) => new(
        rope,
        patience,
        (_, _, _) => ValueTask.FromResult(NewStream(patience)));

    public void Dispose()
    {
        _ahead?.Dispose();
        _temp.Dispose();
    }

    private PartStream NewStream(Patience patience) => new(
        File,
        Cache,
        Ahead,
        patience);

    private PartCache NewCache() => new(
        new StorageDirectories("", _temp.Path),
        new DiskRoom(() => Spare),
        Microsoft.Extensions.Options.Options.Create(Options),
        new PartDownloader(Source, Clock, NullLogger<PartDownloader>.Instance),
        Clock,
        NullLogger<PartCache>.Instance);
}
