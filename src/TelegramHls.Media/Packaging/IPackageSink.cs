using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Packaging;

/// <summary>Takes the stored stream as it is made. Calls come one after the other.</summary>
public interface IPackageSink
{
    /// <summary>Takes the next bytes; the buffer is used again after the call has ended.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Called once, when the last byte of <c>ftyp</c> and <c>moov</c> has been written.</summary>
    ValueTask HeaderAsync(PackageHeader header, CancellationToken cancellationToken);

    /// <summary>Called when a fragment's last byte has been written: a part may end here.</summary>
    ValueTask FragmentAsync(Fragment fragment, CancellationToken cancellationToken);
}
