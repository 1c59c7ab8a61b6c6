using System.Security.Cryptography;
using System.Text.Json;

namespace TelegramHls.EndToEnd.Kit;

/// <summary>What really lies in the storage channels.</summary>
internal static class Channels
{
    /// <summary>All documents of all channels.</summary>
    public static async Task<List<StoredDocument>> DocumentsAsync(World world)
    {
        List<StoredDocument> found = [];
        foreach (long channel in world.Channels)
        {
            found.AddRange(from message in await world.Client.Messages(channel)
                           where message.TryGetProperty("document", out _)
                           select Read(channel, message));
        }

        return found;
    }

    /// <summary>SHA-256 of the documents of a stored file, put together in the order of their names, each index once.</summary>
    public static async Task<string> Sha256Async(World world, string file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (StoredDocument part in (await DocumentsAsync(world)).Where(part => part.File == file).OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            await using Stream bytes = await world.Client.File(part.Chat, part.Message);
            using var memory = new MemoryStream();
            await bytes.CopyToAsync(memory);
            hash.AppendData(memory.ToArray());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static StoredDocument Read(long channel, JsonElement message) => new(
        channel,
        message.GetProperty("message_id").GetInt32(),
        message.TryGetProperty("caption", out JsonElement caption)
            ? caption.GetString()!
            : message.GetProperty("document").GetProperty("file_name").GetString()!);
}
