using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TelegramHls.Bot.Health;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Bot.Tests.Deploy;

/// <summary>The command by which the image asks whether the program lives, run for real.</summary>
public sealed class HealthCheckTests
{
    private readonly int _port = BotProcess.FreePort();

    [Fact]
    public async Task Command_ProgramAnswers_Succeeds()
    {
        await using WebApplication app = await ServeAsync(app => app.MapHealth());

        (await RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Command_ProgramDoesNotKnowTheRoute_Fails()
    {
        await using WebApplication app = await ServeAsync(_ => { });

        (await RunAsync()).ShouldNotBe(0);
    }

    [Fact]
    public async Task Command_NobodyListens_Fails() => (await RunAsync()).ShouldNotBe(0);

    private async Task<WebApplication> ServeAsync(Action<WebApplication> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{_port}");
        builder.Services.AddHealthChecks();
        WebApplication app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }

    private async Task<int> RunAsync()
    {
        string[] command = ImageRecipe.Read().HealthCheck;
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, RedirectStandardError = true };
        foreach (string argument in command[1..])
        {
            start.ArgumentList.Add(argument.Replace("/8080 ", $"/{_port} ", StringComparison.Ordinal));
        }

        using Process process = Process.Start(start)!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
