using System.CommandLine;

namespace TelegramHls.Bot.Cli.Completion;

/// <summary>The verb <c>completion</c>: a script for the shell, made from the verbs that there are.</summary>
internal static class CompletionVerb
{
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var completion = new Command(
            "completion",
            """
            Prints a script by which a shell completes verbs and options.

            Example: source <(telegramhls completion bash)
            Example: telegramhls completion zsh > "${fpath[1]}/_telegramhls"
            Example: telegramhls completion fish > ~/.config/fish/completions/telegramhls.fish
            """)
        {
            shell,
        };
        completion.SetAction(async (parsed, cancellationToken) =>
        {
            var tree = VerbTree.Of(parsed.RootCommandResult.Command);
            string script = parsed.GetRequiredValue(shell) switch
            {
                "bash" => CompletionScript.Bash(tree),
                "zsh" => CompletionScript.Zsh(tree),
                _ => CompletionScript.Fish(tree),
            };
            await Console.Out.WriteAsync(script.AsMemory(), cancellationToken);
            return ExitCode.Done;
        });
        return completion;
    }
}
