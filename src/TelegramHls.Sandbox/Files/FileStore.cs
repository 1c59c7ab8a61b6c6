using System.Buffers;
using System.Security.Cryptography;

namespace TelegramHls.Sandbox.Files;

/// <summary>Bytes on disk, stored once per content under their SHA-256. Uploads are hashed while they come in.</summary>
internal sealed class FileStore
{
    private const int BufferSize = 128 * 1024;
    private readonly string _stored;
    private readonly string _incoming;

    public FileStore(string directory)
    {
        _stored = Path.Combine(directory, "files");
        _incoming = Path.Combine(directory, "incoming");
        PrivatePlace.Make(_stored);
        if (Directory.Exists(_incoming))
        {
            // What a crash left half uploaded belongs to no message.
            Directory.Delete(_incoming, recursive: true);
        }

        PrivatePlace.Make(_incoming);
    }

    /// <summary>At the start: removes the bytes that no document names.</summary>
    public void RemoveAllBut(IReadOnlySet<string> used)
    {
        foreach (string path in Directory.EnumerateFiles(_stored, "*", SearchOption.AllDirectories).ToList())
        {
            if (!used.Contains(Path.GetFileName(path)))
            {
                File.Delete(path);
            }
        }
    }

    public string PathOf(string sha256) => Path.Combine(_stored, sha256[..2], sha256);

    /// <summary>Copies a body to disk; past the limit the rest is read and dropped.</summary>
    public async Task<Upload> ReceiveAsync(Stream body, UploadLimits limits, CancellationToken ct)
    {
        string path = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        long length = 0;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, true);
            int read;
            while ((read = await body.ReadAsync(buffer, ct)) > 0)
            {
                length += read;
                await limits.PaceAsync(read, ct);
                if (length <= limits.Longest)
                {
                    hash.AppendData(buffer, 0, read);
                    await WriteAsync(file, buffer.AsMemory(0, read), ct);
                }
            }

            file.SetLength(file.Position);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new Upload(path, length, Convert.ToHexStringLower(hash.GetHashAndReset()), length > limits.Longest);
    }

    /// <summary>Zeros take no place on the disk, so that huge files can be tried out.</summary>
    private static ValueTask WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (bytes.Span.ContainsAnyExcept((byte)0))
        {
            return file.WriteAsync(bytes, ct);
        }

        file.Seek(bytes.Length, SeekOrigin.Current);
        return ValueTask.CompletedTask;
    }

    /// <summary>Moves an upload to its place; the bytes are on disk before any message names them.</summary>
    public void Keep(Upload upload)
    {
        string target = PathOf(upload.Sha256);
        if (!File.Exists(target))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(upload.Path, target);
        }
    }
}
