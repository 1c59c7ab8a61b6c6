using System.Buffers;
using Microsoft.AspNetCore.Http;
using TelegramHls.Sandbox.Weather;

namespace TelegramHls.Sandbox.Http;

/// <summary>Copies stored bytes out, at the weather's pace and with its faults.</summary>
internal sealed class Download(Emulator emulator, long bot, IReadOnlyList<WeatherRule> rules)
{
    private const int BufferSize = 64 * 1024;

    public async Task CopyAsync(HttpContext context, string path, long from, long length)
    {
        CancellationToken ct = context.RequestAborted;
        long cut = rules.FirstOrDefault(rule => rule.Effect == Effect.Cut)?.AfterBytes ?? long.MaxValue;
        long wrong = rules.FirstOrDefault(rule => rule.Effect == Effect.Corrupt)?.AfterBytes ?? -1;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, true);
        file.Seek(from, SeekOrigin.Begin);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long done = 0;
            while (done < Math.Min(length, cut))
            {
                int wanted = (int)Math.Min(BufferSize, Math.Min(length, cut) - done);
                int read = await file.ReadAsync(buffer.AsMemory(0, wanted), ct);
                if (read == 0)
                {
                    throw new EndOfStreamException($"A stored file of the sandbox is shorter than {from + length} bytes.");
                }

                if (wrong >= done && wrong < done + read)
                {
                    buffer[wrong - done] ^= 0xFF;
                }

                await emulator.Weather.PaceAsync(bot, up: false, read, ct);
                await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), ct);
                done += read;
            }

            if (done < length)
            {
                await context.Response.Body.FlushAsync(ct);
                context.Abort();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
