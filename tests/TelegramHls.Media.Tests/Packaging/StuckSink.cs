using System.Diagnostics;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Packaging;

namespace TelegramHls.Media.Tests.Packaging;

/// <summary>Notes which ffmpeg feeds it at the first fragment, cancels, and waits for ever.</summary>
internal sealed class StuckSink(CancellationTokenSource cancel) : IPackageSink
{
    public List<int> Children { get; } = [];

    public List<string> Links { get; } = [];

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask HeaderAsync(PackageHeader header, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask FragmentAsync(Fragment fragment, CancellationToken cancellationToken)
    {
        foreach (Process process in Process.GetProcessesByName("ffmpeg"))
        {
            string[] arguments = (await File.ReadAllTextAsync($"/proc/{process.Id}/cmdline", cancellationToken)).Split('\0');
            string? link = arguments.FirstOrDefault(word => word.Contains("thls-in-", StringComparison.Ordinal));
            string status = await File.ReadAllTextAsync($"/proc/{process.Id}/status", cancellationToken);
            if (link is not null && status.Contains($"PPid:\t{Environment.ProcessId}\n", StringComparison.Ordinal)
                && arguments.Contains("+frag_keyframe+delay_moov+default_base_moof+frag_discont+separate_moof+skip_trailer"))
            {
                Children.Add(process.Id);
                Links.Add(link);
            }
        }

        await cancel.CancelAsync();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
}
