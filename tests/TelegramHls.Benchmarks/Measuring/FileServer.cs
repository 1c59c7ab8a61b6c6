using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>The yardstick for streams: ASP.NET serving one plain file, in a process of its own.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly Process _process;

    private FileServer(Process process, Uri root) =>
        (_process, File, Opened) = (process, new Uri(root, "/file"), new Uri(root, "/opened"));

    /// <summary>Where the file is served by its path.</summary>
    public Uri File { get; }

    /// <summary>Where the file is served as an opened stream.</summary>
    public Uri Opened { get; }

    public static async Task<FileServer> StartAsync(string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["serve-file", path])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        // The garbage collector that ASP.NET's programs are built with.
        start.Environment["DOTNET_gcServer"] = "1";
        Process process = Process.Start(start)!;
        string? url = await process.StandardOutput.ReadLineAsync();
        return new FileServer(process, new Uri(url!));
    }

    /// <summary>The other process: serves until its standard input ends.</summary>
    public static async Task<int> ServeAsync(string path)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/file", () => Results.File(path, "video/mp4", enableRangeProcessing: true));
        app.MapGet("/opened", () => Results.Stream(System.IO.File.OpenRead(path), "video/mp4", enableRangeProcessing: true));
        await app.StartAsync();
        await Console.Out.WriteLineAsync(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
