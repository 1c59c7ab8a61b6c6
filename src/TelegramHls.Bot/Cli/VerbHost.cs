using System.CommandLine;
using Microsoft.Extensions.Options;
using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Hosting;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Bot.Cli;

/// <summary>What verbs share: the rooms of the program, the settings given on the command line, how faults are told.</summary>
/// <param name="build">Registers and maps all rooms.</param>
/// <param name="set">The option <c>--set</c>.</param>
internal sealed class VerbHost(Func<WebApplicationBuilder, WebApplication> build, Option<string[]> set)
{
    /// <summary>A builder with the settings loaded, whose program will not be started: it logs nothing on the console.</summary>
    public static WebApplicationBuilder NewBuilder(string[] assignments)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        Settings.Load(builder.Configuration, [.. assignments, "Logging:Console:LogLevel:Default=None"]);
        return builder;
    }

    /// <summary>The rooms, not started, for a verb that looks at the set-up.</summary>
    public WebApplication Build(WebApplicationBuilder builder, Setup setup)
    {
        builder.Services.AddSingleton(setup);

        // Not the validated options: one wrong value must not keep the bots from being asked.
        builder.Services.AddSingleton(new BotConnections(Options.Create(new TelegramOptions { ApiUrl = setup.ApiUrl })));
        return build(builder);
    }

    /// <summary>The values of <c>--set</c>.</summary>
    public string[] Assignments(ParseResult parsed) => parsed.GetValue(set) ?? [];

    /// <summary>Runs a verb; faults that an operator can mend end in three lines.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Exception error) when (Faults.Explain(error) is { } explanation)
        {
            await explanation.WriteAsync();
            return explanation.Code;
        }
    }
}
