using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace TelegramHls.Bot.Cli.Reports;

/// <summary>Help that fits a terminal: paragraphs flow, and of the verbs below one only the first is told.</summary>
/// <param name="usual">Writes it.</param>
internal sealed class ReadableHelp(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    private const string Example = "Example:";

    /// <summary>Has it written by <c>--help</c> of every verb.</summary>
    public static void PutInto(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ReadableHelp((SynchronousCommandLineAction)help.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        command.Description = string.Join(Environment.NewLine, Paragraphs(command));
        foreach (Command below in command.Subcommands)
        {
            below.Description = Paragraphs(below).FirstOrDefault();
        }

        return usual.Invoke(parseResult);
    }

    /// <summary>Lines of the description, but for examples, are only as long as the source's.</summary>
    private static List<string> Paragraphs(Command command)
    {
        var paragraphs = new List<string>();
        bool isOpen = false;
        foreach (string line in (command.Description ?? string.Empty).Split('\n').Select(line => line.Trim()))
        {
            bool isExample = line.StartsWith(Example, StringComparison.Ordinal);
            if (isOpen && line.Length > 0 && !isExample)
            {
                paragraphs[^1] += $" {line}";
            }
            else if (line.Length > 0)
            {
                paragraphs.Add(line);
            }

            isOpen = line.Length > 0 && !isExample;
        }

        return paragraphs;
    }
}
