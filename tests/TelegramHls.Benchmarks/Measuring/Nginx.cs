using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TelegramHls.Testing;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>The yardstick for bodies from disk: nginx as Debian sets it up, serving the files of one directory.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly TempDirectory _own = new();
    private readonly Process _process;

    private Nginx(string directory)
    {
        int port = FreePort();
        Root = new Uri($"http://127.0.0.1:{port}/");
        string conf = _own.File("nginx.conf");
        File.WriteAllText(conf, $$"""
            daemon off;
            worker_processes auto;
            pid {{_own.File("pid")}};
            error_log stderr crit;
            {{(Environment.IsPrivilegedProcess ? "user root;" : string.Empty)}}
            events { worker_connections 768; }
            http {
                sendfile on;
                tcp_nopush on;
                access_log off;
                types { video/mp4 mp4 m4s; }
                client_body_temp_path {{_own.File("body")}};
                proxy_temp_path {{_own.File("proxy")}};
                fastcgi_temp_path {{_own.File("fastcgi")}};
                uwsgi_temp_path {{_own.File("uwsgi")}};
                scgi_temp_path {{_own.File("scgi")}};
                server { listen 127.0.0.1:{{port}}; root {{directory}}; }
            }
            """);
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-c", conf, "-e", "stderr"]) { UseShellExecute = false })!;
    }

    /// <summary>Where the directory is served.</summary>
    public Uri Root { get; }

    public static async Task<Nginx> StartAsync(string directory)
    {
        var nginx = new Nginx(directory);
        using var http = new HttpClient();
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                using HttpResponseMessage answer = await http.GetAsync(nginx.Root);
                return nginx;
            }
            catch (HttpRequestException) when (attempt < 50 && !nginx._process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _own.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
