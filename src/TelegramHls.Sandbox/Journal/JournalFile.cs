using System.Text.Json;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Journal;

/// <summary>
/// Append-only file of commits, one line of JSON each, written through to the disk. A last line that a crash tore is
/// dropped when opening; entries whose write failed go out with the next commit.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private readonly FileStream _file;
    private readonly FileStream _lock;
    private readonly List<Entity> _unwritten = [];
    private long _length;

    private JournalFile(FileStream file, FileStream held) => (_file, _lock, _length) = (file, held, file.Length);

    /// <summary>Replays the journal into <paramref name="world"/>, then keeps it open for appending.</summary>
    public static JournalFile Open(string path, World world)
    {
        FileStream held = Hold($"{path}.lock");
        try
        {
            if (File.Exists(path))
            {
                Replay(path, world);
            }

            world.DropUnused();
            return new JournalFile(Rewrite(path, world), held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static FileStream Rewrite(string path, World world)
    {
        // Rewritten at each start: what was edited or confirmed meanwhile would otherwise be read forever.
        string beside = path + ".new";
        using (FileStream compact = PrivatePlace.Create(beside))
        {
            foreach (Entity entity in world.Everything())
            {
                compact.Write(JournalJson.Write([entity]));
                compact.WriteByte((byte)'\n');
            }

            compact.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
        var options = new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            Options = FileOptions.WriteThrough,
            BufferSize = 0,
        };
        var file = new FileStream(path, options);
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new InvalidOperationException($"Another sandbox runs on '{Path.GetDirectoryName(path)}'.", fault);
        }
    }

    public void Append(IReadOnlyList<Entity> entries)
    {
        _unwritten.AddRange(entries);
        if (_unwritten.Count == 0)
        {
            return;
        }

        byte[] line = [.. JournalJson.Write(_unwritten), (byte)'\n'];
        try
        {
            _file.Write(line);
        }
        catch (IOException)
        {
            _file.SetLength(_length);
            _file.Seek(_length, SeekOrigin.Begin);
            throw;
        }

        _length += line.Length;
        _unwritten.Clear();
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    private static void Replay(string path, World world)
    {
        using var reader = new StreamReader(path);
        string? line = reader.ReadLine();
        while (line is not null)
        {
            string? next = reader.ReadLine();
            List<Entity> entries;
            try
            {
                entries = JournalJson.Read(System.Text.Encoding.UTF8.GetBytes(line));
            }
            catch (JsonException) when (next is null)
            {
                return;
            }
            catch (JsonException fault)
            {
                throw new InvalidDataException($"The sandbox journal '{path}' is damaged in the middle.", fault);
            }

            foreach (Entity entity in entries)
            {
                world.Apply(entity);
            }

            line = next;
        }
    }
}
