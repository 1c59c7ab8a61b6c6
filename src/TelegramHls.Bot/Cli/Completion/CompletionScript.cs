using System.Text;

namespace TelegramHls.Bot.Cli.Completion;

/// <summary>Scripts for shells. Files are completed wherever no verb or option fits.</summary>
internal static class CompletionScript
{
    /// <summary>For bash, to be sourced.</summary>
    public static string Bash(IReadOnlyList<VerbTree> verbs) =>
        $$"""
        # bash completion for telegramhls
        _telegramhls() {
          local cur="${COMP_WORDS[COMP_CWORD]}" path=telegramhls words= i
          for ((i = 1; i < COMP_CWORD; i++)); do
            case "$path ${COMP_WORDS[i]}" in
              {{string.Join('|', verbs.Skip(1).Select(verb => $"'{verb.Path}'"))}}) path="$path ${COMP_WORDS[i]}" ;;
            esac
          done
          case "$path" in
        {{Cases(verbs, "    '{0}') words='{1}' ;;")}}
          esac
          COMPREPLY=($(compgen -W "$words" -- "$cur"))
        }
        complete -o bashdefault -o default -F _telegramhls telegramhls

        """;

    /// <summary>For zsh, as a file of <c>fpath</c> or sourced.</summary>
    public static string Zsh(IReadOnlyList<VerbTree> verbs) =>
        $$"""
        #compdef telegramhls
        _telegramhls() {
          local path_=telegramhls words_= i
          for ((i = 2; i < CURRENT; i++)); do
            case "$path_ ${words[i]}" in
              {{string.Join('|', verbs.Skip(1).Select(verb => $"'{verb.Path}'"))}}) path_="$path_ ${words[i]}" ;;
            esac
          done
          case "$path_" in
        {{Cases(verbs, "    '{0}') words_='{1}' ;;")}}
          esac
          compadd -- ${=words_}
          _files
        }
        if [ "${funcstack[1]}" = "_telegramhls" ]; then _telegramhls "$@"; else compdef _telegramhls telegramhls; fi

        """;

    /// <summary>For fish, with the help of each word.</summary>
    public static string Fish(IReadOnlyList<VerbTree> verbs)
    {
        var script = new StringBuilder("# fish completion for telegramhls\n");
        foreach (VerbTree verb in verbs)
        {
            string[] words = verb.Path.Split(' ')[1..];
            string seen = string.Concat(words.Select(word => $"__fish_seen_subcommand_from {word}; and "));
            string below = verb.Verbs.Count == 0
                ? "true"
                : $"not __fish_seen_subcommand_from {string.Join(' ', verb.Verbs.Select(one => one.Word))}";
            foreach ((string word, string help) in verb.Verbs)
            {
                script.Append($"complete -c telegramhls -n '{seen}{below}' -f -a {word} -d '{Quoted(help)}'\n");
            }

            foreach ((string word, string help) in verb.Options.Where(option => option.Word.StartsWith("--", StringComparison.Ordinal)))
            {
                script.Append($"complete -c telegramhls -n '{seen}{below}' -l {word[2..]} -d '{Quoted(help)}'\n");
            }
        }

        return script.ToString();
    }

    private static string Cases(IReadOnlyList<VerbTree> verbs, string line) => string.Join('\n', verbs.Select(verb =>
        string.Format(line, verb.Path, string.Join(' ', verb.Verbs.Concat(verb.Options).Select(word => word.Word)))));

    private static string Quoted(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
