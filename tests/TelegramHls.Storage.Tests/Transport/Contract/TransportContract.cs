using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Storage.Transport;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Transport.Contract;

/// <summary>What the storage engine needs of a Bot API server, asked through its own transport: tools and the first facts.</summary>
public abstract partial class TransportContract : IDisposable
{
    // Not a multiple of anything, and so that whoever repeats the suite does not meet its earlier self.
    private readonly byte[] _bytes = RandomNumberGenerator.GetBytes(700_001);
    private readonly TempDirectory _temp = new();
    private readonly DocumentSender _sender =
        new(Options.Create(new TelegramOptions()), TimeProvider.System, NullLogger<DocumentSender>.Instance);

    private readonly MessageEraser _eraser = new(TimeProvider.System);
    private readonly MessageForwarder _forwarder = new(TimeProvider.System, NullLogger<MessageForwarder>.Instance);

    private protected TransportContract(IContractServer server) => Place = server.Place;

    private protected ContractPlace Place { get; }

    public void Dispose()
    {
        _temp.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static string NewName() =>
        PartName.Of(Core.Ids.VideoId.New(), Core.Ids.StoredFileId.New(), 7, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)))
            .ToString();

    private protected async Task<StoreOutcome> TrySendAsync(byte[] bytes, string name, BotConnection? bot = null, long? chat = null)
    {
        string path = _temp.File($"{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(path, bytes);
        return await _sender.SendAsync(bot ?? Place.A, chat ?? Place.ChatA, path, name, CancellationToken.None);
    }

    private protected async Task<Replica> SendAsync(byte[]? bytes = null, string? name = null) =>
        (await TrySendAsync(bytes ?? _bytes, name ?? NewName())).ShouldBeOfType<StoreOutcome.Stored>().Replica;

    private protected async Task<(byte[] Bytes, long? Length, bool IsInPlace)> ReadAsync(
        string fileId, long offset = 0, BotConnection? bot = null)
    {
        await using OpenedFile opened = await FileSource.OpenAsync(bot ?? Place.A, fileId, offset, CancellationToken.None);
        using var bytes = new MemoryStream();
        await opened.Bytes.CopyToAsync(bytes);
        return (bytes.ToArray(), opened.Length, opened.LocalPath is not null);
    }

    /// <summary>What the second bot sees at that place of the first channel.</summary>
    private protected Task<Glimpse> LookAsync(int message, long? chat = null) =>
        _forwarder.LookAsync(Place.B, chat ?? Place.ChatA, message, Place.ChatB, CancellationToken.None);

    private protected Task<StoreOutcome?> DeleteAsync(params int[] messages) =>
        _eraser.DeleteAsync(Place.A, Place.ChatA, messages, CancellationToken.None);

    private protected Task<StoreOutcome?> EmptyAsync(int message) =>
        _eraser.EmptyAsync(Place.A, Place.ChatA, message, CancellationToken.None);
}
